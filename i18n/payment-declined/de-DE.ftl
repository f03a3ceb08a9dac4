# What each message and its variables are stands in en-US.ftl.

## Is there anything to do?

notices = Wie viele Mitteilungen über eine abgelehnte Zahlung haben Sie in diesem Abrechnungszeitraum bekommen?
    .hint = Nach einer oder zwei Mitteilungen versuchen wir es meist automatisch noch einmal.
    .few = Eine oder zwei
    .many = Drei oder mehr
    .unsure = Ich bin nicht sicher
    .unless = Was der Artikel über weitere Versuche sagt. Laut Ihrem Konto gibt es keine, deshalb gilt es hier nicht.

count =
    Seit dem { DATETIME($since, day: "numeric", month: "long") } haben wir Ihnen { $count ->
        [0] keine Mitteilung
        [one] eine Mitteilung
       *[other] { $count } Mitteilungen
    } geschickt. Welche Antwort passt?
    .unknown = Sehen Sie in Ihr E-Mail-Postfach: Wie viele Mitteilungen haben Sie in diesem Abrechnungszeitraum bekommen?
    .hint = Die Mitteilungen liegen auch in Ihrem E-Mail-Postfach.
    .few = Zwei oder weniger
    .many = Drei oder mehr

retry = Versuchen wir es von selbst noch einmal?
    .hint = Wir versuchen es nach dem Rechnungsdatum drei bis vier Wochen lang wieder, wenn die Bank nicht endgültig ablehnt.
    .helps = Ja
    .over = Nein, das hilft nicht
    .none = Es gibt nichts zu versuchen

wait = Sie müssen jetzt nichts tun
    .body =
        Die Bank hat die Zahlung abgelehnt, aber wir versuchen es automatisch weiter,
        vom { DATETIME($from, day: "numeric", month: "long") } bis zum { DATETIME($until, day: "numeric", month: "long") }.
        { $scheduled ->
            [0] Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
           *[other] Der nächste Versuch ist am { DATETIME($next, day: "numeric", month: "long") }, und Sie bekommen eine E-Mail, wenn die Zahlung abgelehnt wird.
        }
        Kommen Sie hierher zurück, wenn Sie eine dritte Mitteilung bekommen.
    .body-unknown =
        Die Bank hat die Zahlung abgelehnt, aber wir versuchen es automatisch weiter,
        drei bis vier Wochen lang nach dem Rechnungsdatum.
        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
        Kommen Sie hierher zurück, wenn Sie eine dritte Mitteilung bekommen.
    .anyway = Ich möchte es jetzt in Ordnung bringen
    .next = Ich möchte jetzt bezahlen

fine = Keine abgelehnte Zahlung ist offen
    .body =
        Im Konto steht seit dem { DATETIME($since, day: "numeric", month: "long") } keine offene Mitteilung über eine abgelehnte Zahlung.
        Haben Sie trotzdem eine bekommen, kann sie eine andere Organisation betreffen. Melden Sie sich dann dort an.
    .body-unknown =
        In diesem Abrechnungszeitraum gibt es keine Mitteilung über eine abgelehnte Zahlung.
        Haben Sie trotzdem eine bekommen, kann sie eine andere Organisation betreffen. Melden Sie sich dann dort an.
    .anyway = Ich möchte trotzdem etwas ändern
    .next = Zahlungsmethode eines einzelnen Abonnements ändern

mine = Können Sie die Zahlungsmethode ändern?
    .hint = Eine Karte kann nur ändern, wer sie mit Administratorrechten hinzugefügt hat.
    .yes = Ja
    .no = Nein, das können andere

added = Haben Sie seit der ersten Mitteilung eine neue Zahlungsmethode hinzugefügt?
    .hint = Mit einer neuen Zahlungsmethode wird erst bezahlt, wenn Sie festlegen, wofür.
    .yes = Ja, ich habe eine hinzugefügt
    .no = Nein

scope = Wofür soll die neue Zahlungsmethode verwendet werden?
    .all = Für alles, was mit der alten bezahlt wird
    .one = Nur für ein Abonnement oder ein Abrechnungsprofil

changed = Hat die Karte oder das Konto eine neue Nummer?
    .hint = Eine Nummer lässt sich nicht ändern, darum wird die Zahlungsmethode bei einer neuen Nummer ersetzt.
    .yes = Ja, oder ich möchte eine andere Karte oder ein anderes Konto verwenden
    .no = Nein, nur Angaben wie Name, Adresse oder Ablaufdatum
    .asked = Nein, aber die Bank wollte, dass ich die Zahlung bestätige
    .same = Nein, nichts ist neu

bank = Rufen Sie Ihre Bank an
    .body =
        Wenn nichts neu ist, weiß nur die Bank, warum die Zahlung abgelehnt wurde. Fragen Sie, ob die nächste durchgehen kann.
        { $left ->
            [0] Von selbst versuchen wir es nicht noch einmal.
           *[other] Wir versuchen es automatisch wieder, bis zum { DATETIME($until, day: "numeric", month: "long") }.
        }
    .body-unknown =
        Wenn nichts neu ist, weiß nur die Bank, warum die Zahlung abgelehnt wurde. Fragen Sie, ob die nächste durchgehen kann.
        Wir versuchen es automatisch weiter, drei bis vier Wochen lang nach dem Rechnungsdatum.
    .other = Ich möchte eine andere Zahlungsmethode verwenden

## Replace a payment method for all that it pays for

old = Welche Zahlungsmethode möchten Sie ersetzen?
    .hint = Wählen Sie die, um die es in den Mitteilungen geht.
    .not-mine = Ich kann die richtige nicht auswählen

new = Welche Zahlungsmethode soll sie ersetzen?
    .hint = Alles, was mit der alten bezahlt wird, geht auf die über, die Sie wählen.
    .add = Eine neue Zahlungsmethode hinzufügen

add = Eine neue Zahlungsmethode hinzufügen
    .hint = Sie muss aus demselben Land stammen wie Ihre Organisation.
    .action = Zahlungsmethode hinzufügen

review = Soll { $old } durch { $new } ersetzt werden?
    .hint =
        { $count ->
            [one] Ein Abonnement oder Abrechnungsprofil geht auf { $new } über.
           *[other] { $count } Abonnements und Abrechnungsprofile gehen auf { $new } über.
        }
    .action = Zahlungsmethode ersetzen

replaced = Die Zahlungsmethode ist ersetzt
    .body =
        Alles, was mit { $old } bezahlt wurde, wird jetzt mit { $new } bezahlt.

        { $owed ->
            [0] Es ist nichts mehr offen.
           *[other] { $amount } sind noch nicht bezahlt.
        }

        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
    .body-unknown =
        Alles, was mit { $old } bezahlt wurde, wird jetzt mit { $new } bezahlt.

        Ist noch etwas offen, versuchen wir die Abbuchung automatisch noch einmal, spätestens vier Wochen nach dem Rechnungsdatum.

        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
    .action = { $amount } jetzt bezahlen
    .next = Mit einer anderen bezahlen
    .undone = Der Wechsel ist rückgängig gemacht
    .unverified = Sie haben angegeben, dass Sie die Zahlungsmethode ersetzt haben

## Let a new payment method pay for one thing

paying = Mit welcher Zahlungsmethode wird es heute bezahlt?
    .hint = Es ist die alte, um die es in den Mitteilungen geht.
    .not-mine = Ich kann die richtige nicht auswählen

item = Was möchten Sie auf die neue Zahlungsmethode umstellen?
    .hint = Sie sehen alles, was mit der alten bezahlt wird.

new-one = Womit soll das künftig bezahlt werden?
    .hint = Alles andere bleibt, wie es ist.

review-one = Soll { $item } mit { $new } bezahlt werden?
    .hint = Sonst wird nichts umgestellt.
    .action = Zahlungsmethode wechseln

moved = { $item } hat eine neue Zahlungsmethode
    .body =
        { $item } wird jetzt mit { $new } bezahlt.
        Ist noch etwas offen, versuchen wir die Abbuchung automatisch noch einmal, spätestens vier Wochen nach dem Rechnungsdatum.
        Sie bekommen eine E-Mail, wenn sie abgelehnt wird.
        Alles andere wird bezahlt wie bisher.
    .undone = Die Umstellung ist rückgängig gemacht
    .unverified = Sie haben angegeben, dass Sie die Zahlungsmethode geändert haben
    .next = Nachsehen, ob noch etwas offen ist

## Correct the details of a payment method

card = Bei welcher Zahlungsmethode stimmen die Angaben nicht?
    .hint = Wählen Sie die, um die es in den Mitteilungen geht.
    .not-mine = Ich kann die richtige nicht auswählen

details = Wie lauten die richtigen Angaben?
    .hint = Die Nummer lässt sich hier nicht ändern.

review-update = Sollen wir die neuen Angaben zu { $method } speichern?
    .hint = Damit werden weiterhin dieselben Abonnements und Abrechnungsprofile bezahlt.
    .action = Angaben speichern

updated = Die Angaben sind berichtigt
    .body =
        Die neuen Angaben zu { $method } sind gespeichert. Bezahlt wird damit dasselbe wie bisher.

        { $owed ->
            [0] Es ist nichts mehr offen.
           *[other] { $amount } sind noch nicht bezahlt.
        }

        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
    .body-unknown =
        Die neuen Angaben zu { $method } sind gespeichert. Bezahlt wird damit dasselbe wie bisher.

        Ist noch etwas offen, versuchen wir die Abbuchung automatisch noch einmal, spätestens vier Wochen nach dem Rechnungsdatum.

        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
    .action = { $amount } jetzt bezahlen
    .next = Mit einer anderen bezahlen
    .undone = Die alten Angaben gelten wieder
    .unverified = Sie haben angegeben, dass Sie die Angaben berichtigt haben

## Confirm the payment at the bank

confirming = Welche Zahlungsmethode soll Ihre Bank bestätigen?
    .hint = Wählen Sie die, um die es in den Benachrichtigungen geht.
    .other = Ich möchte eine andere Zahlungsmethode verwenden

review-pay = Sollen wir { $amount } mit { $method } bezahlen?
    .hint = Ihre Bank kann eine Bestätigung verlangen, halten Sie also deren App oder Ihr TAN-Gerät bereit.
    .action = Offenen Betrag bezahlen

paid = Es ist bezahlt
    .body =
        { $amount } wurden mit { $method } bezahlt.

        Damit wird auch künftig bezahlt.

        Sie bekommen jedes Mal eine E-Mail, wenn eine Zahlung abgelehnt wird.
    .unverified = Sie haben angegeben, dass Sie bezahlt haben

## Somebody else has to do it

ask-owner = Das muss jemand anders tun
    .body =
        Eine Karte kann nur ändern, wer sie mit Administratorrechten hinzugefügt hat.
        Gehört sie zu einem Abrechnungsprofil, kann es auch tun, wer das Profil besitzt oder daran mitwirkt.
        Bitten Sie diese Person, diese Seite zu öffnen und der Anleitung zu folgen.
    .next = Nachsehen, ob Sie selbst bezahlen können
