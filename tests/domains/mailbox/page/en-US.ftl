# The words of the page for the mailbox, in the sections of i18n/ui.

## The widget: later steps

# $value (number): of a folder.
item-messages =
    { $value ->
        [0] no messages
        [one] one message
       *[other] { $value } messages
    }
item-megabytes = { $value } MB
changes-empty = This folder is emptied
done-empty = Folder emptied on { $day }

## Verdicts of typed values

verdict-folder-other = That is not the name of the folder. Type it as it is in the list.

## Reasons why something can't be chosen or done

# $folder: the name of a folder.
reason-folder-empty = { $folder } is empty already. Choose a folder that has messages.
reason-unknown-folder = The folder is no longer there. Go back and choose another one.
reason-name-other = The name that was typed is not { $folder }. Type it again.
reason-filled-since = New messages have come to { $folder } since. Move them first, then undo.

## Names

kind-own = Your own folder
kind-system = Folder of the mailbox

field-folder = Name of the folder
