# The messages of the guide "mailbox-full".

full = Do you get warnings that your mailbox is full?
    .yes = Yes
    .no = No

# $used, $limit (numbers): megabytes.
room = There is room for more
    .body = { NUMBER($used) } of { NUMBER($limit) } MB are used.
    .body-unknown = Not all of the space is used.
    .anyway = Empty a folder anyway

folder = Which folder can be emptied?

name = Type the name of the folder
    .hint = So that no other folder is emptied by mistake.

# $folder (text), $count (number): messages.
review = Empty { $folder }?
    .action = Empty this folder

emptied = The folder { $folder } is empty
    .body =
        { $count ->
            [one] One message is deleted.
           *[other] { $count } messages are deleted.
        }
    .undone = The messages are back
    .unverified = You said that you have emptied the folder
