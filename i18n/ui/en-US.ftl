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

## Names of things
