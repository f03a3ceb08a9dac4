# The messages of the guide "payment-declined": one for each node of playbook.json.
# The value is the heading, and no two nodes share one. Attributes:
#   .hint    why it is asked, or what to know; one short sentence
#   .action  the button that carries something out; of an outcome, what is offered there
#   .body    an outcome: what was done, what comes next and when
#   .undone  an outcome: the heading once the change is undone
#   .next    an outcome: the words that lead into another guide
#   .unverified  an outcome: the heading where there is no account, and the reader says that it is done
#   .unknown, .body-unknown, ...  the same without the account's values, where there is no account
#   any other is a choice, under the name that the playbook gives it

## Is there anything to do?

notices = How many notices of a declined payment have you had in this billing period?
    .hint = After one or two, we usually try again automatically.
    .few = One or two
    .many = Three or more
    .unsure = I’m not sure
    .unless = What the article says about trying again. Your account says that we don’t, so it doesn’t apply here.

# $count (number): notices that were sent. $since (day): when the billing period began.
count =
    { $count ->
        [0] We have sent you no notices
        [one] We have sent you one notice
       *[other] We have sent you { $count } notices
    } since { DATETIME($since, day: "numeric", month: "long") }. Which answer fits?
    .unknown = Look in your e-mail: how many notices have you had in this billing period?
    .hint = The notices are in your e-mail too.
    .few = Two or fewer
    .many = Three or more

# A silent question: it is asked only of a reader who changes what the account says.
retry = Do we try again by ourselves?
    .hint = We try again for three to four weeks after the billing date, unless the bank refuses for good.
    .helps = Yes
    .over = No, it doesn’t help
    .none = There is nothing to try

# $from, $until (days): the first and the last on which the charge is tried again; the first may be past.
wait = You don’t need to do anything now
    .body =
        The bank declined the payment, but we go on trying automatically,
        from { DATETIME($from, day: "numeric", month: "long") } until { DATETIME($until, day: "numeric", month: "long") }.
        { $scheduled ->
            [0] You get an e-mail each time a payment is declined.
           *[other] The next try is on { DATETIME($next, day: "numeric", month: "long") }, and you get an e-mail if the payment is declined.
        }
        Come back here if you get a third notice.
    .body-unknown =
        The bank declined the payment, but we go on trying automatically,
        for three to four weeks after the billing date.
        You get an e-mail each time a payment is declined.
        Come back here if you get a third notice.
    .anyway = I want to sort it out now
    .next = I want to pay now

# $since (day): when the billing period began.
fine = No declined payment is open
    .body =
        The account has no open notices of a declined payment since { DATETIME($since, day: "numeric", month: "long") }.
        If you have got one, it may be about another organization. Sign in there.
    .body-unknown =
        There are no notices of a declined payment in this billing period.
        If you have got one, it may be about another organization. Sign in there.
    .anyway = I want to change something all the same
    .next = Change the payment method of one subscription

# A silent question, as above.
mine = Can you change the payment method?
    .hint = A card can only be changed by the administrator who added it.
    .yes = Yes
    .no = No, other people can

added = Have you added a new payment method since the first notice?
    .hint = A new one pays for nothing until you decide what it should pay for.
    .yes = Yes, I have added one
    .no = No

scope = What should the new payment method pay for?
    .all = Everything that the old one pays for now
    .one = Only one subscription or billing profile

changed = Does the card or account have a new number?
    .hint = A number can’t be edited, so a new one means that the payment method is replaced.
    .yes = Yes, or I want to use another card or account
    .no = No, only details such as the name, the address or the expiry date
    .asked = No, but the bank wanted me to confirm the payment
    .same = No, nothing is new

# bank: when the same method was declined and nothing about it is new.
# $until (day): the last day on which we try again. $left (number): days until then, 0 where trying is over
bank = Call your bank
    .body =
        When nothing is new, it is the bank that knows why the payment was declined. Ask whether the next one can go through.
        { $left ->
            [0] We don’t try again by ourselves.
           *[other] We try again automatically until { DATETIME($until, day: "numeric", month: "long") }.
        }
    .body-unknown =
        When nothing is new, it is the bank that knows why the payment was declined. Ask whether the next one can go through.
        We go on trying automatically for three to four weeks after the billing date.
    .other = I want to use another payment method

## Replace a payment method for all that it pays for

old = Which payment method do you want to replace?
    .hint = Choose the one that the notices are about.
    .not-mine = I can’t choose the one I need

new = Which payment method should take over?
    .hint = Everything that the old one pays for moves to the one that you choose.
    .add = Add a new payment method

add = Add a new payment method
    .hint = It must come from the same country as your organization.
    .action = Add payment method

# $old, $new: names of payment methods. $count (number): subscriptions and billing profiles that move.
review = Should { $new } replace { $old }?
    .hint =
        { $count ->
            [one] One subscription or billing profile moves to { $new }.
           *[other] { $count } subscriptions and billing profiles move to { $new }.
        }
    .action = Replace payment method

# $old, $new, $count: as in review. $owed (number): charges that are not paid; $amount (money): their sum.
replaced = The payment method is replaced
    .body =
        { $new } now pays for everything that { $old } paid for.

        { $owed ->
            [0] Nothing is left to pay.
           *[other] { $amount } is not paid yet.
        }

        You get an e-mail each time a payment is declined.
    .body-unknown =
        { $new } now pays for everything that { $old } paid for.

        If something is still not paid, we try the charge again automatically, within four weeks of the billing date.

        You get an e-mail each time a payment is declined.
    .action = Pay { $amount } now
    .next = Pay with another method
    .undone = The replacement is undone
    .unverified = You said that you have replaced the payment method

## Let a new payment method pay for one thing

paying = Which payment method pays for it today?
    .hint = It’s the old one, which the notices are about.
    .not-mine = I can’t choose the one I need

item = What do you want to move to the new payment method?
    .hint = You see all that the old one pays for.

new-one = Which payment method should pay for this?
    .hint = All else stays where it is.

# $item: name of the subscription or billing profile. $new: name of a payment method.
review-one = Should { $new } pay for { $item }?
    .hint = Nothing else is moved.
    .action = Change payment method

# $item, $new: as in review-one.
moved = { $item } has a new payment method
    .body =
        { $new } now pays for { $item }.
        If something is still unpaid, we try the charge again automatically, at the latest four weeks after the billing date.
        You get an e-mail if it is declined.
        All else is paid for as before.
    .undone = The move is undone
    .unverified = You said that you have changed the payment method
    .next = See if something is unpaid

## Correct the details of a payment method

card = Which payment method has details that need correcting?
    .hint = Choose the one that the notices are about.
    .not-mine = I can’t choose the one I need

details = What are the right details?
    .hint = The number can’t be changed here.

# $method: name of a payment method.
review-update = Should we save the new details of { $method }?
    .hint = It goes on paying for the same subscriptions and billing profiles.
    .action = Save details

# $method: as in review-update.
updated = The details are corrected
    .body =
        The new details of { $method } are saved, and it pays for the same as before.

        { $owed ->
            [0] Nothing is left to pay.
           *[other] { $amount } is not paid yet.
        }

        You get an e-mail each time a payment is declined.
    .body-unknown =
        The new details of { $method } are saved, and it pays for the same as before.

        If something is still not paid, we try the charge again automatically, within four weeks of the billing date.

        You get an e-mail each time a payment is declined.
    .action = Pay { $amount } now
    .next = Pay with another method
    .undone = The old details are back
    .unverified = You said that you have corrected the details

## Confirm the payment at the bank

confirming = Which payment method should your bank confirm?
    .hint = Choose the one that the notices are about.
    .other = I want to use another payment method

# $amount (money): all that is owed. $method: name of a payment method.
review-pay = Should we pay { $amount } with { $method }?
    .hint = Your bank may ask you to confirm the payment, so have its app or your code device at hand.
    .action = Pay what is not paid

# $amount (money): what was paid. $method: with which payment method. $count (number): how many charges.
paid = It is paid
    .body =
        { $amount } was paid with { $method }.

        It also pays from now on.

        You get an e-mail each time a payment is declined.
    .unverified = You said that you have paid

## Somebody else has to do it

ask-owner = Somebody else has to do this
    .body =
        A card can only be changed by the administrator who added it.
        If it belongs to a billing profile, the profile’s owner or contributor can change it.
        Ask that person to open this page and follow the guide.
    .next = See if you can pay it yourself
