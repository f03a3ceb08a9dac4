## The widget

widget = Step by step
continue = Continue
back = Back
restart = Start again
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
heading-outcome = That was all
notice-article = The step-by-step guide isn’t available here. The whole article is below.
notice-elsewhere = You have been here in another window too. We show how far you came there.
notice-failed = That didn’t work. Nothing has changed. Try once more, or read the whole article.
notice-journal = Some of what you did earlier couldn’t be read. Check your answers.
notice-memory = Your browser doesn’t let us store anything here. Your answers are lost when you close the page.
notice-moved = The guide has changed since you were here. You go on from the last step that still holds.
notice-unknown = We have had no answer yet and are asking again. Nothing is done twice.

## The widget: later steps

article-says = What the article says
or = or
change = Change
confirm = Confirm
undo = Undo
yes = Yes
no = No
heading-pick = Which one is it?
heading-fill = Fill in the details
heading-review = Check your answers
list-none = There is nothing to choose here.
list-shown = Showing { $shown } of { $total }
list-more = Show more
list-rest =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
search = Search the list
search-none = Nothing found. Try another word.
search-found =
    { $count ->
        [0] Nothing found
        [one] One found
       *[other] { $count } found
    }
method-card = { $brand } •••• { $last4 }
method-bank = Bank account •••• { $last4 }
item-off = Can’t be chosen
item-unnamed = No name
item-expiry = Valid through { $value }
item-holder = { $value }
item-price = { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] no subscriptions
        [one] one subscription
       *[other] { $value } subscriptions
    }
item-uses =
    { $value ->
        [0] Pays for nothing
        [one] Pays for one thing
       *[other] Pays for { $value } things
    }
detail-uses =
    { $count ->
        [0] It pays for nothing now
        [one] It pays for this
       *[other] It pays for these { $count }
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
changes-undo =
    { $count ->
        [one] This goes back
       *[other] These { $count } go back
    }
answer-picked = Chosen
answer-filled = Filled in
review-yet = Nothing has changed yet.
review-undoable = You can undo it afterwards.
review-done = This is done. Here is what you chose.
review-undone = This was done, and undone afterwards.
helped = Did this help?
helped-thanks = Thank you for the answer.
stuck-heading = Show this to support
summary = Summary for support
summary-hint = What you answered and what was done. Names, addresses and card numbers are left out.
summary-copy = Copy
summary-print = Print
summary-save = Save
summary-copied = The summary is copied.
summary-marked = The text is selected. Copy it with the keyboard.
done-replace-all = Payment method replaced on { $day }
done-replace-one = Payment method changed for one thing on { $day }
done-add = Payment method added on { $day }
done-update = Details corrected on { $day }
done-delete = Payment method deleted on { $day }
done-undo = Undone on { $day }
done-undone = Undone afterwards
optional = (optional)

## Verdicts of typed values

## Reasons why something can't be chosen or done

# One for each reason code of billing. $method is a payment method's name, $who a list of people,
# $items and $profiles lists of names (the first five), $count (number) how many there are in all.
# $country and $tenant are names of countries.

reason-other = That didn’t work ({ $code }). Nothing has changed. Try once more.
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
reason-bank-accounts-gone = Bank accounts can no longer take over payments. Choose a credit or debit card.
reason-card-prepaid = Prepaid and virtual cards can’t be used. Use an ordinary credit or debit card.
reason-changed-since =
    { $count ->
        [one] { $items } was moved again since. Undo that move first, or move the rest one by one.
       *[other] { $count } things were moved again since, among them { $items }. Undo those moves first, or move the rest one by one.
    }
reason-expired = { $method } has expired. Choose another one, or correct the expiry date first.
# $field: the field's id.
reason-form-invalid =
    { $field ->
        [kind] Choose what kind of payment method it is.
        [number] Enter the card number again.
        [iban] Enter the account number again.
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
reason-may-not-add = You can’t add payment methods. { $who } can, so ask for help there.
reason-may-not-add-role = Only an administrator, or an owner or contributor of a billing profile, can add payment methods. Ask for help there.
reason-method-changed-since = { $method } was changed since. Undo that change first.
reason-method-gone = { $method } is deleted, so nothing can go back to it. Choose another payment method instead.
reason-no-account = The account isn’t loaded yet. Wait a moment and try again.
reason-not-editable = The number, kind and country can’t be changed. Add a new payment method instead.
reason-not-manager = You can’t change { $method }. { $who } can, so ask for help there, or choose another one.
# $item: the name of a subscription or billing profile.
reason-not-manager-item = You can’t move { $item }. { $who } can, so ask for help there.
# $role: profile-owner or administrator.
reason-not-manager-role =
    { $role ->
        [profile-owner] Only an owner or contributor of the billing profile can change { $method }. Ask for help there, or choose another one.
       *[administrator] Only the administrator who added { $method } can change it. Ask for help there, or choose another one.
    }
reason-not-undoable = An undo can’t be undone. Make the change again instead.
reason-not-yours = Only the person who made the change can undo it. Ask { $who }.
reason-nothing-attached = { $method } pays for nothing, so there is nothing to move. Choose the one that the notices are about.
reason-nothing-changed = The details of { $method } are the same as before. Correct what is wrong and try again.
# $item: the name of a subscription. $profile: the name of the billing profile.
reason-on-profile = { $item } is paid for by the billing profile { $profile }. Move the profile instead.
reason-operation-unknown = This can’t be done here. Load the page again and try once more.
reason-other-country = The payment method is from { $country }, but your organization is registered in { $tenant }. Use one from { $tenant }.
reason-replace-per-profile = { $method } pays for billing profiles, and those are moved one at a time. Choose one profile instead of everything.
reason-same-method = { $method } is the one that pays today. Choose another one.
reason-sole-method = { $method } is the only payment method in the account. Add a new one before you delete it.
reason-unknown-change = We can’t find the change to undo. Load the page again and look over the account.
reason-unknown-item = The subscription or billing profile is no longer there. Go back and choose again.
reason-unknown-method = The payment method is no longer there. Go back and choose another one.

# Verdicts that the account gives, not the field alone.
verdict-bank-account-closed = New bank accounts can’t be added in { $country }. Choose a credit or debit card.
verdict-choice-unknown = Choose one of the options.
verdict-country-other = The payment method must be from { $country }, where your organization is registered.
verdict-field-unknown = This field doesn’t belong here. Load the page again.

## Names of things

# The one way in which a payment method is named everywhere.
method-card = { $brand } ending in { $last4 }
method-bank = Bank account ending in { $last4 }

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
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = Credit card
kind-debit-card = Debit card
kind-bank-account = Bank account
kind-profile = Billing profile
kind-subscription = Subscription

status-active = Active
status-declined = Declined by the bank
status-expired = Expired
status-disabled = Disabled
status-deleted = Deleted

field-kind = Kind of payment method
field-number = Card number
field-expiry = Expiry date
    .hint = Month and year, as on the card
field-code = Security code
    .hint = Three or four digits on the card
field-name = Name
    .hint = As it stands on the card or account
field-iban = Account number (IBAN)
    .hint = It begins with two letters for the country
field-country = Country
field-line1 = Street address
field-line2 = Address line 2
field-sublocality = District
field-city = City
field-region = State or region
field-postal-code = Postal code
field-sorting-code = Sorting code
field-brand = Kind of card
field-last4 = Last four characters
field-issuer-country = Country of the account
