# The messages of the guide "subscription-method": one for each node of playbook.json. What the attributes are
# stands in ../README.md.

scope = What should have another payment method?
    .hint = One subscription can be changed without changing anything else.
    .one = One subscription
    .all = All that a payment method pays for, or a billing profile

item = Which subscription should have another payment method?
    .hint = Beside each one you see what pays for it today.
    .not-there = I can’t choose the one I need

new = Which payment method should pay for it?
    .hint = All else is paid for as before.
    .add = Add a new payment method

add = Add a new payment method
    .hint = It must come from the same country as your organization. It pays for nothing yet.
    .action = Add payment method

# $item: name of the subscription. $old, $new: names of payment methods.
review = Should { $new } pay for { $item }?
    .hint = { $old } no longer pays for it. Nothing else changes.
    .action = Change payment method

# As in review.
changed = { $item } has another payment method
    .body =
        { $new } now pays for { $item }, from the next invoice.

        All else is paid for as before.

        What was not paid before the change is still open, and can be paid by itself.
    .undone = The change is undone
    .unverified = You said that you have changed the payment method
    .next = See if something is unpaid

everything = Replace the payment method everywhere
    .body =
        To have all that a payment method pays for move to another one, replace it everywhere: select its row on the page Payment methods, then Replace everywhere.
        On a billing profile, the profile’s own payment method is what is replaced.

not-there = The subscription can’t be moved by itself
    .body =
        It is probably on a billing profile: then the profile’s payment method pays for it.
        The profile’s owner or a contributor can change that. If another administrator added the card that pays for it today, only that person can change it.
