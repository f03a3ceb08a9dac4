# The messages of the guide "pay-balance": one for each node of playbook.json. What the attributes are stands
# in ../README.md. Of most: $owed (number), the charges that are not paid; $amount (money), their sum; $items,
# the names of the subscriptions behind the first of them; $more (number), how many others there are.

balance = Is there an amount that has not been paid?
    .hint = You can pay it yourself, without waiting for the next try.
    .yes = Yes
    .no = No
    .unsure = I’m not sure

look = Do you find an invoice that is past due or unpaid?
    .hint = The steps below show where to look.
    .yes = Yes, I find one
    .no = No, all are paid

# A silent question: it is asked only of a reader who changes what the account says.
state = What does the account say about it?
    .hint = It is your account that says whether something is left to pay.
    .open = Something is left to pay
    .settled = All is paid
    .unsaid = It doesn’t say
    .others = Something is left to pay, and others can do it

method = Which payment method do you want to pay { $amount } with?
    .unknown = Which payment method do you want to pay with?
    .hint =
        { $more ->
            [0] It is for { $items }. You pay all of it at once.
           *[other] It is for { $items } and { $more } more. You pay all of it at once.
        }
    .hint-unknown = You pay all that is open at once.
    .add = Add a new payment method
    .not-mine = I can’t choose any of them

add = Add a new payment method
    .hint = It must come from the same country as your organization. Nothing is paid yet.
    .action = Add payment method

# $method: name of a payment method. $moves (number): what the declined method pays for, which it takes over.
review = Should { $method } pay { $amount }?
    .unknown = Should the amount be paid now?
    .hint =
        { $moves ->
            [0] The payment methods pay for the same as before.
            [one] One subscription or billing profile of the declined method is paid with { $method } from then on.
           *[other] { $moves } subscriptions and billing profiles of the declined method are paid with { $method } from then on.
        }
    .action = Pay { $amount } now
    .action-unknown = Pay the amount

# $moves: as in review.
paid = It is paid
    .body =
        { $amount } was paid with { $method }.

        { $moves ->
            [0] Your subscriptions and billing profiles are paid with the same methods as before.
            [one] It also takes over the subscription or billing profile that the declined method paid for.
           *[other] It also takes over the { $moves } subscriptions and billing profiles that the declined method paid for.
        }

        You get an e-mail if a later payment is declined.
    .unverified = You said that you have paid

settled =
    { $owed ->
        [0] Nothing is left to pay
       *[other] { $amount } is not paid
    }
    .unknown = Then there is nothing to pay
    .body =
        { $owed ->
            [0] The account has no unpaid charges. If you have had a notice about one, it may be about another organization. Sign in there.
           *[other] You answered that all is paid, but the account says that this is open. Go back to pay it.
        }
    .body-unknown =
        You answered that all is paid.
        If you have had a notice of a declined payment, it may be about another organization. Sign in there.

unsaid = We can’t see what is unpaid
    .body =
        Your account doesn’t say what is left to pay, so it can’t be paid from here.
        Find the invoice in the admin center, and pay it there: the steps are below.

ask-owner = Somebody else has to pay it
    .body =
        A card can only be used by the administrator who added it.
        If the declined method pays for a billing profile, only the profile’s owner or contributor can let another one pay.
        Ask that person to open this page and follow the guide.
