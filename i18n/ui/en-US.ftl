## The widget

widget = Step by step
continue = Continue
back = Back
restart = Start again
retry = Try again
stuck = I’m stuck
article = The whole article
article-show = Show the whole article
article-hide = Hide the article
step-of = Step { $step } of { $total }
known = We filled in this answer from your account. You can change it.
choose = Choose an answer
problem = There is a problem
mistake = Error:
working = One moment…
answer-all = All of them, in order
heading-read = Next step
heading-ask = Which of these fits?
practice = Practice: nothing happens to a real account.
notice-article = The step-by-step guide isn’t available here. The whole article is below.
notice-failed = That didn’t work. Nothing has changed. Try once more, or read the whole article.
notice-load = We couldn’t load everything that is needed here. Your answers aren’t lost. Try once more.
notice-memory = Your browser doesn’t let us store anything here. Your answers are lost when you close the page.

## The widget: later steps

notice-elsewhere = You have been here in another window too. We show how far you came there.
notice-forgotten = Everything that was stored here was deleted in another window. You start again.
notice-journal = Some of what you did earlier couldn’t be read. Check your answers.
notice-newer = What is stored here is from a newer version of this guide. Your answers aren’t lost. Reload the page to go on.
notice-moved = The guide has changed since you were here. You go on from the last step that still holds.
notice-unknown = We have had no answer yet and are asking again. Nothing is done twice.
notice-wiped = To keep them safe, we removed the numbers and codes that you had typed when you left the page. Type them again.
notice-lost = Something you changed earlier is no longer in the account. See how things stand now, and do it again if you need to.
known-answers =
    { $count ->
        [one] One answer comes from your account
       *[other] { $count } answers come from your account
    }
known-against = You answered “{ $said }”. The account says “{ $known }”, and we go by that. If it is wrong, you can change it here.
fact-notices = { $methods } was declined on { $days }.
fact-managers = { $who } can do it.
fact-owed = { $amount } is not paid yet.
fact-charged = The payment was { $amount }.
fact-charged-for =
    { $more ->
        [0] The payment was { $amount } for { $items }.
       *[other] The payment was { $amount } for { $items } and { $more } more.
    }
fact-owed-same = It is not paid yet.
fact-each = What each notice was about
decline-insufficient-funds = There was not enough money available.
decline-expired = The card has expired.
decline-incorrect-details = Some of the details were not those that the bank has.
decline-authentication-required = The bank wanted you to confirm the payment.
decline-bank-declined = The bank did not say why.
decline-do-not-retry = The bank accepts no more payments with it.
decline-other = Something failed on the way.
send-on-words = Hello! A payment with { $method } was declined, and I can’t change that method myself. Could you open this page and follow the guide? { $page }
send-on-copy = Copy the text
send-on-mail = Send as e-mail
notice-may-end = Your browser may delete what is stored here after some days. To go on later, save it as a file: choose “{ stuck }”.
article-says = How to do it without this guide
path-so-far = Your answers so far
known-fields = What we know already is filled in. You can change it.
test-card-hint = A test card will do here.
test-card = Fill in a test card
test-card-filled = The test card is filled in.
or = or
before = Now
after = Afterwards
today = Today
column-name = Name
column-facts = About it
column-field = Detail
list-total = { $count } in all
list-all = Show all { $count }
picked = Chosen:
picture-uses =
    { $count ->
        [one] Drawing: { $method } pays for one thing.
       *[other] Drawing: { $method } pays for { $count } things.
    }
picture-moves =
    { $count ->
        [one] Drawing: one thing moves from { $old } to { $new }.
       *[other] Drawing: { $count } things move from { $old } to { $new }.
    }
picture-rest = and { $count } more
picture-days = Timeline: we try again from { $from } through { $until }. Today is { $today }.
picture-days-over = Timeline: we try again from { $from } through { $until }.
change = Change
confirm = Confirm
undo = Undo
undo-sure = Do you want to undo the change?
undo-now = Yes, undo it
undo-keep = No, leave it
yes = Yes
no = No
heading-by-hand = Next step
heading-pick = Which one is it?
heading-fill = Fill in the details
heading-review = Check your answers
heading-outcome = That was all
list-none = There is nothing to choose here.
search = Search the list
search-none = Nothing found. Try another word.
search-found =
    { $count ->
        [0] Nothing found
        [one] One found
       *[other] { $count } found
    }
item-off = Can’t be chosen
unusable =
    { $count ->
        [one] One can’t be chosen
       *[other] { $count } can’t be chosen
    }
as-picture = As a picture
other-answers = Your other answers
item-unnamed = No name
item-expiry = Valid through { $value }
item-holder = { $value }
item-price = { $value }
item-payer = Paid with { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] no subscriptions
        [one] one subscription
       *[other] { $value } subscriptions
    }
item-profiles =
    { $value ->
        [one] one billing profile
       *[other] { $value } billing profiles
    }
item-uses = { $value ->
        [0] Pays for nothing
       *[other] Pays for { $value }
    }
detail-uses =
    { $count ->
        [0] It pays for nothing now
        [one] See what it pays for
       *[other] See the { $count } that it pays for
    }
changes-replace-all =
    { $count ->
        [one] This moves
       *[other] These { $count } move
    }
changes-replace-one = This moves
changes-update = This changes
changes-add = This is added
changes-delete = This is deleted
changes-pay =
    { $count ->
        [one] This is paid
       *[other] These { $count } are paid
    }
changes-undo =
    { $count ->
        [one] This goes back
       *[other] These { $count } go back
    }
answer-picked = Chosen
answer-filled = Filled in
review-yet = Nothing has changed yet.
review-begun = The payment method is added. Nothing else has changed yet.
warning-notices-elsewhere = The notices are about { $methods }. What changes here is { $method }.
warning-same-card = Both have the same last four digits and the same expiry date. If they are one card, replacing it won’t help.
review-undoable = You can undo it afterwards.
review-final = This can’t be undone.
outcome-final = A payment can’t be undone. After it, you can’t undo the change either.
form-undoable = Nothing is paid with it yet. You can remove it again as long as nothing is.
review-done = This is done. Here is what you chose.
review-undone = This was done, and undone afterwards.
notice-guides = We can’t reach your account now. The guide goes on without it: do the steps where you manage your account.
account-of = { $name }’s account
account-away = We can’t fetch your account right now. The guide goes on without it.
account-old = We can’t fetch your account right now. What you see here is from { DATETIME($day, day: "numeric", month: "long") }.
account-signed-out = You aren’t signed in, so we can’t fetch your account. Sign in and try again.
account-forbidden = You don’t have access to this account. Ask whoever manages it.
account-not-there = We can’t find the account. The guide goes on without it.
account-unreadable = We can’t read your account. The guide goes on without it.
notice-behind = The change is made, but your account doesn’t show it yet. We’ll fetch it again.
notice-account-changed = Your account was changed somewhere else. Something you had chosen is no longer there. Choose again.
by-hand-again = We don’t take the card number here. Do this where you manage your account and come back: then we fetch your account again.
by-hand = Do this where you manage your account, and come back here. This guide can’t see the account.
by-hand-done = I have done this
by-hand-missing = I can’t find it
by-hand-missed = You couldn’t find what this step is about. Tell support so: it stands in the summary.
answer-by-hand = Done elsewhere, not checked here
summary-missing = Not found by the reader
unverified = This guide can’t see your account, so nothing was checked or carried out here. Look in your account whether it came out right.
undone = Everything is as it was before the change. To do something else instead, start again.
undone-left = The change is undone. To do something else instead, start again.
left-add = You added { $method } on the way here. It is still in the account. You can keep it or remove it.
left-other = Something that you did on the way here still applies.
take-add = Remove { $method } from the account
take-other = Undo that too
taken-add = { $method } is removed from the account again.
taken-other = What you did on the way here is undone too.
helped = Did this help?
helped-thanks = Thank you for the answer.
stuck-heading = Show this to support
stuck-try = Try this first
stuck-back = Go back a step, and see whether another answer fits better.
stuck-reload = Load the page again. What you have answered is still there.
summary = Summary for support
summary-hint = What you answered and what was done. Names, addresses and card numbers are left out.
summary-copy = Copy
summary-print = Print
summary-save = Save
summary-copied = The summary is copied.
summary-selected = The text is selected. Copy it with the keyboard.
summary-allows = What you may change in the account
summary-allowed = can be chosen
summary-reference = Reference: { $reference }
welcome = Welcome back. You were last here on { $day }.
wait = We are waiting for an answer. This can take a while, and you can leave the page open.
wait-cancel = Cancel
wait-cancelled = We are calling off what has not been done yet.

# A person has to confirm at the bank. $action: the words of the button that was pressed. $host: an address
heading-action-needed = Your bank wants you to confirm
action-pressed = You pressed “{ $action }”.
action-yet = Nothing is changed or paid before the bank has agreed.
action-asked = We are asking the bank …
action-goes = You are going to { $host }. Come back here when you have confirmed.
action-go = Go to the bank
action-done = I have confirmed
action-practice = The practice bank
action-practice-hint = Your bank would ask you here. Choose how it answers.
action-confirm = Confirm
action-refuse = Refuse
next-back = Back to “{ $title }”
next-failed = We couldn’t open the other guide. Try once more, or read its article instead.
next-article = Read the article
notice-next = We couldn’t open the guide that you were in. You are back in the first one. What you did is not lost.
transfer = Go on with another device
transfer-hint = Save what you have done as a file, and open it there. It holds names and addresses, but no card numbers.
transfer-save = Save the file
transfer-open = Open a file
transfer-found = The file is from { $day }.
transfer-replaces = What you have done here is replaced by what is in the file.
transfer-take = Go on from the file
transfer-leave = Keep what is here
transfer-refused = The file can’t be used here. Choose one that was saved from this guide.
forget = Delete what is stored here
forget-hint = What you have answered and done is stored in this browser.
forget-ask = Delete everything …
forget-sure = Everything you have answered and done in the guides of this site is deleted from this browser. This can’t be undone.
forget-now = Yes, delete everything
forget-keep = No, keep it
forget-done = Everything is deleted from this browser.
forget-failed = Not everything could be deleted. Try once more, or delete the site’s data in your browser’s settings.
done-replace-all = Payment method replaced on { $day }
done-replace-one = Payment method changed for one thing on { $day }
done-add = Payment method added on { $day }
done-update = Details corrected on { $day }
done-delete = Payment method deleted on { $day }
done-pay = Paid on { $day }
done-undo = Undone on { $day }
done-undone = Undone afterwards
optional = (optional)
different = Meanwhile this has changed in the account:
different-new = { $name } is new
different-gone = { $name } is gone
different-details = The details of { $name } have changed
different-paid = { $name } is now paid with { $after }, not { $before }
different-others =
    { $count ->
        [one] and one more change
       *[other] and { $count } more changes
    }
retry-helps = You can try again.
retry-useless = Trying again won’t help.

## Verdicts of typed values

verdict-provider-missing = The card isn’t filled in yet. Type the number, expiry date and security code.
verdict-provider-failed = The card wasn’t accepted. Check what you typed and try again.
verdict-provider-late = We got no answer about the card. Nothing is added. Try again.
verdict-card-number-empty = Type the number that is on the card.
verdict-card-number-short = Some digits are missing. Type the whole number that is on the card.
verdict-card-number-length = That is not the right number of digits. Compare it with the card.
verdict-card-number-long = That is too many digits. A card like this has at most { $most }.
verdict-card-number-unknown = No card that we know begins like this. Check the first digits.
verdict-card-number-checksum = One digit is wrong, or two have changed places. Compare it with the card, digit by digit.
verdict-card-number-character = Take out “{ $character }”. A card number has only digits.

verdict-security-code-empty = Type the security code. It is on the back of the card, on American Express on the front.
verdict-security-code-short = The security code of this card has { $digits } digits. Some are missing.
verdict-security-code-long = The security code of this card has { $digits } digits. These are too many.
verdict-security-code-character = Take out “{ $character }”. The security code has only digits.

verdict-expiry-empty = Type the month and year in which the card expires, such as 12/30.
verdict-expiry-incomplete = Type both the month and the year, such as 12/30.
verdict-expiry-month = The month is a number from 1 to 12. Type it first, such as 12/30.
verdict-expiry-past = This date has passed. Check the card, or use one that has not expired.
verdict-expiry-far = No card is good for so long. The latest year is { $year }. Check the card.
verdict-expiry-format = Type only the month and the year, such as 12/30.
verdict-expiry-character = Take out “{ $character }”. Type the month and the year in numbers, such as 12/30.

verdict-cardholder-name-empty = Type the name as it is on the card.
verdict-cardholder-name-letters = Type the name on the card in letters.
verdict-cardholder-name-number = This looks like a card number. The name on the card goes here.
verdict-cardholder-name-long = The name is too long. There is room for { $most } characters.
verdict-cardholder-name-character = The name has a character that can’t be shown. Type it again.

verdict-iban-empty = Type the IBAN. It is in your online bank or on your statement.
verdict-iban-short = Some characters are missing. Type the whole IBAN.
verdict-iban-country = An IBAN begins with two letters for the country. “{ $country }” is not a country that uses IBANs.
verdict-iban-format = A character is out of place. Check for a letter where a digit belongs, or the other way round: O and 0, I and 1.
verdict-iban-long = That is too many characters. An IBAN of this country has { $most }.
verdict-iban-checksum = One character is wrong, or two have changed places. Compare it with your statement.
verdict-iban-national = The account number inside the IBAN is not right. Compare it with your statement.
verdict-iban-character = Take out “{ $character }”. An IBAN has only letters and digits.

verdict-bic-empty = Type the bank’s BIC. It is also called the SWIFT code.
verdict-bic-short = Some characters are missing. A BIC has 8 or 11.
verdict-bic-country = The fifth and sixth characters are the country. “{ $country }” is not a country.
verdict-bic-format = The first six characters are letters. Check for a digit there.
verdict-bic-long = That is too many characters. A BIC has 8 or 11.
verdict-bic-character = Take out “{ $character }”. A BIC has only letters and digits.

verdict-us-routing-empty = Type the bank’s routing number. It is at the bottom left of a check.
verdict-us-routing-short = Some digits are missing. A routing number has { $digits }.
verdict-us-routing-long = That is too many digits. A routing number has { $digits }.
verdict-us-routing-prefix = No bank has a routing number that begins like this. Check the first two digits.
verdict-us-routing-checksum = One digit is wrong, or two have changed places. Compare it digit by digit.
verdict-us-routing-character = Take out “{ $character }”. A routing number has only digits.

verdict-uk-account-empty = Type the sort code and the account number.
verdict-uk-account-short = Some digits are missing. Sort code and account number have { $digits } together.
verdict-uk-account-long = That is too many digits. Sort code and account number have { $digits } together.
verdict-uk-account-checksum = This sort code and account number don’t belong together. Check for a wrong digit.
verdict-uk-account-character = Take out “{ $character }”. Only digits go here.
verdict-uk-sort-code-empty = Type the bank’s sort code, six digits.
verdict-uk-sort-code-short = Some digits are missing. A sort code has { $digits }.
verdict-uk-sort-code-long = That is too many digits. A sort code has { $digits }.
verdict-uk-sort-code-character = Take out “{ $character }”. A sort code has only digits.
verdict-uk-account-number-empty = Type the account number.
verdict-uk-account-number-short = Some digits are missing. The account number has { $digits }.
verdict-uk-account-number-long = That is too many digits. The account number has { $digits }.
verdict-uk-account-number-character = Take out “{ $character }”. An account number has only digits.

verdict-au-bsb-empty = Type the bank’s BSB, six digits.
verdict-au-bsb-short = Some digits are missing. A BSB has { $digits }.
verdict-au-bsb-long = That is too many digits. A BSB has { $digits }.
verdict-au-bsb-character = Take out “{ $character }”. A BSB has only digits.

verdict-ca-transit-empty = Type the transit number and the institution number, such as 12345-678.
verdict-ca-transit-short = Some digits are missing. Type five for the branch and three for the bank, such as 12345-678.
verdict-ca-transit-long = That is too many digits. Type five for the branch and three for the bank, such as 12345-678.
verdict-ca-transit-character = Take out “{ $character }”. Only digits go here.
verdict-ca-transit-unknown = No branch has the number 00000, and no bank 000. Look at the digits, such as 12345-678.

verdict-account-number-empty = Type the account number.
verdict-account-number-short = Some digits are missing. The account number has at least { $digits }.
verdict-account-number-long = That is too many digits. The account number has at most { $digits }.
verdict-account-number-character = Take out “{ $character }”. An account number has only digits.

verdict-postal-code-empty = Type the postal code, such as { $example }.
verdict-postal-code-short = The postal code is not complete. It looks like { $example }.
verdict-postal-code-character = “{ $character }” doesn’t belong there in a postal code. It looks like { $example }.
verdict-postal-code-format = The characters are in the wrong order. A postal code here looks like { $example }.
verdict-postal-code-long = The postal code is too long. It looks like { $example }.
verdict-postal-code-unknown = No postal code in the country is like this. Check for a wrong character. A postal code here looks like { $example }.

verdict-address-line1-empty = Type the street and house number, or the PO box.
verdict-address-line2-empty = Type the second line of the address.
verdict-address-sublocality-empty = Type the district or neighborhood.
verdict-address-city-empty = Type the city or town.
verdict-address-region-empty = Choose the state, province or region.
verdict-address-sorting-code-empty = Type the sorting code.
verdict-address-region-unknown = This is not a region of the country. Choose one from the list.
verdict-address-character = The text has a character that can’t be shown. Type it again.
verdict-address-long = The text is too long. There is room for { $most } characters.
verdict-address-number = This looks like a card number. The address goes here.
verdict-address-unused = The country doesn’t use this field. Leave it empty.
verdict-address-country = We don’t know the country “{ $country }”. Choose one from the list.

## Reasons why something can't be chosen or done

# Billing has a message for each reason code. $method is the name of a payment method, $who a list of
# people. $items and $profiles are lists of names, at most the first five; $count (number) is the
# number of all of them. $country and $tenant are names of countries.

reason-other =
    { $retry ->
        [false] That didn’t work. Nothing has changed. Trying again won’t help.
       *[other] That didn’t work. Nothing has changed. Try once more.
    }
reason-already-undone = This is undone already. There is nothing for you to do.
reason-attached-since =
    { $count ->
        [one] { $method } now pays for { $items }. Move that to another payment method first.
       *[other] { $method } now pays for { $count } things, among them { $items }. Move them to another payment method first.
    }
reason-bank-account-closed = New bank accounts can’t be added in { $country }. Use a credit or debit card.
reason-bank-account-on-profile =
    { $count ->
        [one] A bank account can’t pay for the billing profile { $profiles }. Choose a credit or debit card.
       *[other] A bank account can’t pay for billing profiles such as { $profiles }. Choose a credit or debit card.
    }
reason-not-for-profiles =
    { $count ->
        [one] { $method } can’t pay for the billing profile { $profiles }. Choose another payment method.
       *[other] { $method } can’t pay for billing profiles such as { $profiles }. Choose another payment method.
    }
reason-not-for-subscriptions =
    { $count ->
        [one] { $method } can’t pay for the subscription { $items }. Choose another payment method.
       *[other] { $method } can’t pay for subscriptions such as { $items }. Choose another payment method.
    }
reason-bank-accounts-gone = Bank accounts can no longer take over payments. Choose a credit or debit card.
reason-card-prepaid = Prepaid and virtual cards can’t be used. Use an ordinary credit or debit card.
reason-conflict = Somebody else changed the account at the same time. What you asked for is not done. Look it over, and try once more.
reason-cancelled = You called it off. Nothing has changed.
reason-authentication-failed = The bank got no confirmation. Nothing is changed or paid. You can try again.
reason-payment-declined = The bank declined the payment with { $method }. Nothing is paid.
reason-payment-insufficient-funds = There is not enough money for { $method }. Nothing is paid.
reason-day-differs = The date on your device is far from ours. Set the date right and try again.
reason-changed-since =
    { $count ->
        [one] { $items } was moved again since. Undo that move first, or move the rest one by one.
       *[other] { $count } things were moved again since, among them { $items }. Undo those moves first, or move the rest one by one.
    }
reason-declined = The bank declined { $method }. Choose another one, or correct its details first.
reason-expired = { $method } has expired. Choose another one, or correct the expiry date first.
# $field: the id of the field.
reason-form-invalid =
    { $field ->
        [kind] Choose what kind of payment method it is.
        [number] Enter the card number again.
        [iban] Enter the account number again.
        [account-number] Enter the account number again.
        [uk-account-number] Enter the account number again.
        [expiry] Correct the expiry date.
        [name] Correct the name.
       *[other] Correct the billing address.
    }
reason-id-taken = This seems to be done already. Load the page again and see whether the payment method is there.
reason-in-use =
    { $count ->
        [one] { $method } still pays for one thing. Replace it first, then you can delete it.
       *[other] { $method } still pays for { $count } things. Replace it first, then you can delete it.
    }
reason-may-not-add = You can’t add payment methods. Ask { $who } for help.
reason-may-not-add-role = Only an administrator, or an owner or contributor of a billing profile, can add payment methods. Ask one of them for help.
reason-method-changed-since = { $method } was changed since. Undo that change first.
reason-method-gone = { $method } is deleted, so nothing can go back to it. Choose another payment method instead.
reason-no-account = The account isn’t loaded yet. Wait a moment and try again.
reason-not-editable = The number, kind and country can’t be changed. Add a new payment method instead.
reason-not-manager = You can’t change { $method }. Ask { $who } for help, or choose another one.
# $item: the name of a subscription or billing profile.
reason-not-manager-item = You can’t move { $item }. Ask { $who } for help.
# $role: profile-owner or administrator.
reason-not-manager-role =
    { $role ->
        [profile-owner] Only an owner or contributor of the billing profile can change { $method }. Ask one of them for help, or choose another one.
       *[administrator] Only the administrator who added { $method } can change it. Ask that person for help, or choose another one.
    }
reason-not-undoable = An undo can’t be undone. Make the change again instead.
reason-not-yours = Only the person who made the change can undo it. Ask { $who }.
reason-nothing-attached = { $method } pays for nothing, so there is nothing to move. Choose the one that the notices are about.
reason-nothing-changed = The details of { $method } are the same as before. Correct what is wrong and try again.
reason-nothing-owed = There is nothing to pay. Everything is paid.
# $item: the name of a subscription. $profile: the name of the billing profile.
reason-on-profile = { $item } is paid for by the billing profile { $profile }. Move the profile instead.
reason-operation-unknown = This can’t be done here. Load the page again and try once more.
reason-other-country = The payment method is from { $country }, but your organization is registered in { $tenant }. Use one from { $tenant }.
reason-owed-unknown = We don’t know what is not paid yet. Look in your account.
reason-paid-since = Something was paid after this change, so it can’t be undone any more. Make a new change instead.
reason-replace-per-profile = { $method } pays for billing profiles, and those are moved one at a time. Choose one profile instead of everything.
reason-same-method = { $method } is the one that pays today. Choose another one.
reason-sole-method = { $method } is the only payment method in the account. Add a new one before you delete it.
reason-unknown-change = We can’t find the change to undo. Load the page again and look over the account.
reason-unknown-item = The subscription or billing profile is no longer there. Go back and choose again.
reason-unknown-method = The payment method is no longer there. Go back and choose another one.

# Verdicts that depend on the account, not only on the field.
verdict-bank-account-closed = New bank accounts can’t be added in { $country }. Choose a credit or debit card.
verdict-choice-unknown = Choose one of the options.
verdict-country-other = The payment method must be from { $country }, where your organization is registered.
verdict-details-unchanged = The details are the same as before. Correct what is wrong, or go back.
verdict-already-there = { $method } is in the account already, with the same expiry date. If it is the same card, go back and choose it. To add it all the same, press once more.
verdict-field-unknown = This field doesn’t belong here. Load the page again.

## Names

# Every other message names a payment method in this form.
method-card = { $brand } •••• { $last4 }
method-card-until = { $brand } •••• { $last4 } (through { $until })
method-bank = Bank account •••• { $last4 }

brand-visa = Visa
brand-mastercard = Mastercard
brand-american-express = American Express
brand-discover = Discover
brand-diners-club = Diners Club
brand-jcb = JCB
brand-unionpay = UnionPay
brand-maestro = Maestro
brand-mir = Mir
brand-rupay = RuPay
brand-elo = Elo
brand-hipercard = Hipercard
brand-hiper = Hiper
brand-naranja = Naranja
brand-uzcard = Uzcard
brand-humo = HUMO
brand-napas = Napas
brand-gpn = GPN
brand-borica = BORICA
brand-national = National card
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = Credit card
kind-debit-card = Debit card
kind-bank-account = Bank account
kind-other = Payment method
kind-profile = Billing profile
kind-subscription = Subscription

status-active = Active
status-declined = Declined by the bank
status-expired = Expired
status-disabled = Disabled
status-deleted = Deleted

field-kind = Kind of payment method
field-provider = The card
    .hint = You type the card straight to whoever takes the payment, so we don’t see the number
field-number = Card number
field-expiry = Expiry date
    .hint = Month and year, as on the card
field-code = Security code
    .hint =
        { $brand ->
            [none] Three digits on the back of the card, or four on the front of American Express
            [american-express] Four digits on the front of the card
           *[other] Three digits on the back of the card
        }
field-name = Name
    .hint = As it stands on the card or account
field-iban = Account number (IBAN)
    .hint = It begins with two letters for the country
field-us-routing = Routing number
    .hint = Nine digits, at the bottom left of a check
field-uk-sort-code = Sort code
    .hint = Six digits, such as 12-34-56
field-uk-account-number = Account number
field-au-bsb = BSB
    .hint = Six digits, such as 123-456
field-ca-transit = Transit and institution number
    .hint = Branch and bank, such as 12345-678
field-account-number = Account number
field-country = Country
    .fixed = The country where your organization is registered. The payment method must be from there.
field-line1 = Street address
field-line2 = Address line 2
field-sublocality = District
field-sublocality-suburb = Suburb
field-sublocality-district = District
field-sublocality-neighborhood = Neighborhood
field-sublocality-townland = Townland
field-sublocality-village-township = Village or township
field-city = City
field-region = State or region
field-region-area = Area
field-region-county = County
field-region-department = Department
field-region-district = District
field-region-do-si = Do or si
field-region-emirate = Emirate
field-region-island = Island
field-region-oblast = Oblast
field-region-parish = Parish
field-region-prefecture = Prefecture
field-region-province = Province
field-region-state = State
field-postal-code = Postal code
field-postal-code-zip = ZIP code
field-postal-code-pin = PIN code
field-postal-code-eircode = Eircode
field-postal-code-postcode = Postcode
field-sorting-code = Sorting code
field-brand = Kind of card
field-last4 = Last four characters
field-issuer-country = Country of the account

## Names of the practice account

practice-operations = Operations and warehouse
practice-shops = Shops
practice-office-standard = Office Suite Standard
practice-storage-2-tb = Cloud Storage 2 TB
practice-till-plus = Point of Sale Plus
practice-online-shop = Online Store
practice-business-email = Business Email
practice-telephony-basic = Phone Basic
practice-accounting-plus = Accounting Plus
practice-drawing = Drawing App
practice-customers = Customer Records
practice-office = Office Suite
practice-storage = Cloud Storage
practice-telephony = Phone
practice-meeting = Meeting Room
practice-archive = Archive
practice-timesheets = Timesheets
practice-stock = Inventory
practice-email-plus = Email Plus
practice-security = Security
practice-company = Skoddevik Joinery
