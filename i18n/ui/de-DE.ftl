# The comments in en-US.ftl explain the messages and their variables.

## The widget

widget = Schritt für Schritt
continue = Weiter
back = Zurück
restart = Neu beginnen
retry = Noch einmal versuchen
stuck = Ich komme nicht weiter
article = Der ganze Artikel
article-show = Den ganzen Artikel anzeigen
article-hide = Den Artikel ausblenden
step-of = Schritt { $step } von { $total }
known = Diese Antwort haben wir Ihrem Konto entnommen. Sie können sie ändern.
choose = Wählen Sie eine Antwort
problem = Es gibt ein Problem
mistake = Fehler:
working = Einen Moment …
answer-all = Alle, der Reihe nach
heading-read = Nächster Schritt
heading-ask = Was trifft zu?
practice = Übung: Mit einem echten Konto geschieht nichts.
notice-article = Die Schritt-für-Schritt-Anleitung ist hier nicht verfügbar. Der ganze Artikel steht unten.
notice-failed = Das hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es noch einmal, oder lesen Sie den ganzen Artikel.
notice-load = Wir konnten nicht alles laden, was hier gebraucht wird. Ihre Antworten sind nicht verloren. Versuchen Sie es noch einmal.
notice-memory = Ihr Browser lässt uns hier nichts speichern. Ihre Antworten gehen verloren, wenn Sie die Seite schließen.

## The widget: later steps

notice-elsewhere = Sie waren auch in einem anderen Fenster hier. Wir zeigen, wie weit Sie dort gekommen sind.
notice-forgotten = Alles, was hier gespeichert war, wurde in einem anderen Fenster gelöscht. Sie beginnen von vorn.
notice-journal = Ein Teil dessen, was Sie früher getan haben, ließ sich nicht lesen. Prüfen Sie Ihre Antworten.
notice-newer = Was hier gespeichert ist, stammt aus einer neueren Version dieser Anleitung. Ihre Antworten sind nicht verloren. Laden Sie die Seite neu, um weiterzumachen.
notice-moved = Die Anleitung hat sich seit Ihrem letzten Besuch geändert. Sie machen beim letzten Schritt weiter, der noch gilt.
notice-unknown = Wir haben noch keine Antwort und fragen noch einmal nach. Nichts wird doppelt ausgeführt.
notice-wiped = Zu Ihrer Sicherheit haben wir die eingegebenen Nummern und Codes entfernt, als Sie die Seite verlassen haben. Geben Sie sie noch einmal ein.
notice-lost = Etwas, das Sie früher geändert haben, steht nicht mehr im Konto. Sehen Sie nach, was jetzt gilt, und ändern Sie es bei Bedarf noch einmal.
known-answers =
    { $count ->
        [one] Eine Antwort kommt aus Ihrem Konto
       *[other] { $count } Antworten kommen aus Ihrem Konto
    }
known-against = Sie haben „{ $said }“ geantwortet. Im Konto steht „{ $known }“, und davon gehen wir aus. Stimmt das nicht, können Sie es hier ändern.
fact-notices = { $methods } wurde am { $days } abgelehnt.
fact-managers = { $who } kann das tun.
fact-owed = { $amount } sind noch nicht bezahlt.
fact-charged = Es ging um { $amount }.
fact-charged-for =
    { $more ->
        [0] Es ging um { $amount } für { $items }.
       *[other] Es ging um { $amount } für { $items } und { $more } weitere.
    }
fact-owed-same = Der Betrag ist noch nicht bezahlt.
fact-each = Worum es in jeder Mitteilung ging
decline-insufficient-funds = Es war nicht genug Geld verfügbar.
decline-expired = Die Karte ist abgelaufen.
decline-incorrect-details = Einige Angaben stimmten nicht mit denen der Bank überein.
decline-authentication-required = Die Bank wollte, dass Sie die Zahlung bestätigen.
decline-bank-declined = Die Bank hat nicht gesagt, warum.
decline-do-not-retry = Die Bank nimmt damit keine Zahlungen mehr an.
decline-other = Unterwegs ist etwas fehlgeschlagen.
send-on-words = Hallo! Eine Zahlung mit { $method } wurde abgelehnt, und ich kann diese Zahlungsmethode nicht selbst ändern. Können Sie diese Seite öffnen und der Anleitung folgen? { $page }
send-on-copy = Text kopieren
send-on-mail = Als E-Mail senden
notice-may-end = Ihr Browser kann nach einigen Tagen löschen, was hier gespeichert ist. Um später fortzufahren, speichern Sie es als Datei: Wählen Sie „{ stuck }“.
article-says = So geht es ohne diese Anleitung
path-so-far = Ihre Antworten bisher
known-fields = Was wir schon wissen, ist ausgefüllt. Sie können es ändern.
test-card-hint = Hier genügt eine Testkarte.
test-card = Testkarte eintragen
test-card-filled = Die Testkarte ist eingetragen.
or = oder
before = Jetzt
after = Danach
today = Heute
column-name = Name
column-facts = Angaben
column-field = Angabe
list-total = Insgesamt { $count }
list-all = Alle { $count } anzeigen
picked = Gewählt:
picture-uses =
    { $count ->
        [one] Zeichnung: Mit { $method } wird ein Posten bezahlt.
       *[other] Zeichnung: Mit { $method } werden { $count } Posten bezahlt.
    }
picture-moves =
    { $count ->
        [one] Zeichnung: Ein Posten wechselt von { $old } zu { $new }.
       *[other] Zeichnung: { $count } Posten wechseln von { $old } zu { $new }.
    }
picture-rest = und { $count } weitere
picture-days = Zeitleiste: Wir versuchen es vom { $from } bis zum { $until } erneut. Heute ist der { $today }.
picture-days-over = Zeitleiste: Wir versuchen es vom { $from } bis zum { $until } erneut.
change = Ändern
confirm = Bestätigen
undo = Rückgängig machen
undo-sure = Möchten Sie die Änderung rückgängig machen?
undo-now = Ja, rückgängig machen
undo-keep = Nein, so lassen
yes = Ja
no = Nein
heading-by-hand = Nächster Schritt
heading-pick = Worum geht es?
heading-fill = Angaben eintragen
heading-review = Prüfen Sie Ihre Antworten
heading-outcome = Das war alles
list-none = Hier gibt es nichts auszuwählen.
search = In der Liste suchen
search-none = Nichts gefunden. Versuchen Sie es mit einem anderen Wort.
search-found =
    { $count ->
        [0] Nichts gefunden
        [one] Ein Treffer
       *[other] { $count } Treffer
    }
item-off = Kann nicht gewählt werden
unusable =
    { $count ->
        [one] Eine kann nicht gewählt werden
       *[other] { $count } können nicht gewählt werden
    }
as-picture = Als Bild
other-answers = Ihre übrigen Antworten
item-unnamed = Ohne Namen
item-expiry = Gültig bis Ende { $value }
item-holder = { $value }
item-price = { $value }
item-payer = Wird mit { $value } bezahlt
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] keine Abonnements
        [one] ein Abonnement
       *[other] { $value } Abonnements
    }
item-profiles =
    { $value ->
        [one] ein Abrechnungsprofil
       *[other] { $value } Abrechnungsprofile
    }
item-uses = { $value ->
        [0] Damit wird nichts bezahlt
       *[other] Bezahlt werden { $value }
    }
detail-uses =
    { $count ->
        [0] Damit wird zurzeit nichts bezahlt
        [one] Zeigen, was damit bezahlt wird
       *[other] Die { $count } zeigen, die damit bezahlt werden
    }
changes-replace-all =
    { $count ->
        [one] Dies wird umgestellt
       *[other] Diese { $count } werden umgestellt
    }
changes-replace-one = Dies wird umgestellt
changes-update = Dies wird geändert
changes-add = Dies wird hinzugefügt
changes-delete = Dies wird gelöscht
changes-pay =
    { $count ->
        [one] Dies wird bezahlt
       *[other] Diese { $count } werden bezahlt
    }
changes-undo =
    { $count ->
        [one] Dies wird zurückgestellt
       *[other] Diese { $count } werden zurückgestellt
    }
answer-picked = Ausgewählt
answer-filled = Ausgefüllt
review-yet = Noch ist nichts geändert.
review-begun = Die Zahlungsmethode ist hinzugefügt. Sonst ist noch nichts geändert.
warning-notices-elsewhere = In den Mitteilungen geht es um { $methods }. Hier wird { $method } geändert.
warning-same-card = Beide haben dieselben letzten vier Ziffern und dasselbe Ablaufdatum. Ist es dieselbe Karte, hilft das Ersetzen nicht.
review-undoable = Sie können es danach rückgängig machen.
review-final = Das lässt sich nicht rückgängig machen.
outcome-final = Eine Zahlung lässt sich nicht rückgängig machen. Danach können Sie auch die Änderung nicht mehr rückgängig machen.
form-undoable = Mit der neuen Zahlungsmethode wird noch nichts bezahlt. Solange das so ist, können Sie sie wieder entfernen.
review-done = Das ist erledigt. Hier steht, was Sie gewählt haben.
review-undone = Das wurde ausgeführt und danach rückgängig gemacht.
notice-guides = Wir erreichen Ihr Konto gerade nicht. Die Anleitung geht ohne das Konto weiter: Führen Sie die Schritte dort aus, wo Sie Ihr Konto verwalten.
account-of = Konto von { $name }
account-away = Wir können Ihr Konto gerade nicht abrufen. Die Anleitung geht ohne das Konto weiter.
account-old = Wir können Ihr Konto gerade nicht abrufen. Was Sie hier sehen, ist vom { DATETIME($day, day: "numeric", month: "long") }.
account-signed-out = Sie sind nicht angemeldet, deshalb können wir Ihr Konto nicht abrufen. Melden Sie sich an, und versuchen Sie es erneut.
account-forbidden = Sie haben keinen Zugriff auf dieses Konto. Fragen Sie die Person, die es verwaltet.
account-not-there = Wir finden das Konto nicht. Die Anleitung geht ohne das Konto weiter.
account-unreadable = Wir können Ihr Konto nicht lesen. Die Anleitung geht ohne das Konto weiter.
notice-behind = Die Änderung ist gemacht, aber Ihr Konto zeigt sie noch nicht. Wir rufen es erneut ab.
notice-account-changed = Ihr Konto wurde an anderer Stelle geändert. Etwas, das Sie ausgewählt hatten, gibt es nicht mehr. Wählen Sie erneut.
by-hand-again = Die Kartennummer nehmen wir hier nicht entgegen. Erledigen Sie das dort, wo Sie Ihr Konto verwalten, und kommen Sie zurück: Dann rufen wir das Konto erneut ab.
by-hand = Erledigen Sie dies dort, wo Sie Ihr Konto verwalten, und kommen Sie hierher zurück. Diese Anleitung kann das Konto nicht sehen.
by-hand-done = Das habe ich erledigt
by-hand-missing = Ich finde es nicht
by-hand-missed = Sie haben nicht gefunden, worum es in diesem Schritt geht. Sagen Sie das dem Support: Es steht in der Zusammenfassung.
answer-by-hand = Anderswo erledigt, hier nicht geprüft
summary-missing = Vom Leser nicht gefunden
unverified = Diese Anleitung kann Ihr Konto nicht sehen, deshalb wurde hier nichts geprüft oder ausgeführt. Sehen Sie in Ihrem Konto nach, ob alles stimmt.
undone = Alles ist wieder so wie vor der Änderung. Wenn Sie stattdessen etwas anderes tun möchten, beginnen Sie neu.
undone-left = Die Änderung ist rückgängig gemacht. Wenn Sie stattdessen etwas anderes tun möchten, beginnen Sie neu.
left-add = Sie haben { $method } auf dem Weg hierher hinzugefügt. Diese Zahlungsmethode ist noch im Konto. Sie können sie behalten oder entfernen.
left-other = Etwas, das Sie auf dem Weg hierher getan haben, gilt noch.
take-add = { $method } aus dem Konto entfernen
take-other = Auch das rückgängig machen
taken-add = { $method } ist wieder aus dem Konto entfernt.
taken-other = Was Sie auf dem Weg hierher getan haben, ist ebenfalls rückgängig gemacht.
helped = Hat Ihnen das geholfen?
helped-thanks = Danke für die Antwort.
stuck-heading = Zeigen Sie dies dem Support
stuck-try = Versuchen Sie zuerst dies
stuck-back = Gehen Sie einen Schritt zurück und prüfen Sie, ob eine andere Antwort besser passt.
stuck-reload = Laden Sie die Seite neu. Ihre Antworten sind danach noch da.
summary = Zusammenfassung für den Support
summary-hint = Was Sie geantwortet haben und was getan wurde. Namen, Adressen und Kartennummern stehen nicht darin.
summary-copy = Kopieren
summary-print = Drucken
summary-save = Speichern
summary-copied = Die Zusammenfassung ist kopiert.
summary-selected = Der Text ist markiert. Kopieren Sie ihn mit der Tastatur.
summary-allows = Das können Sie im Konto ändern
summary-allowed = kann gewählt werden
summary-reference = Referenz: { $reference }
welcome = Willkommen zurück. Sie waren zuletzt am { $day } hier.
wait = Wir warten auf eine Antwort. Das kann etwas dauern. Sie können die Seite geöffnet lassen.
wait-cancel = Abbrechen
wait-cancelled = Was noch nicht geschehen ist, wird abgebrochen.

heading-action-needed = Ihre Bank verlangt eine Bestätigung
action-pressed = Sie haben „{ $action }“ gewählt.
action-yet = Geändert oder bezahlt wird erst, wenn die Bank zugestimmt hat.
action-asked = Wir fragen die Bank …
action-goes = Sie kommen zu { $host }. Kehren Sie hierher zurück, wenn Sie bestätigt haben.
action-go = Zur Bank
action-done = Ich habe bestätigt
action-practice = Die Übungsbank
action-practice-hint = Hier würde Ihre Bank Sie fragen. Wählen Sie, was sie antwortet.
action-confirm = Bestätigen
action-refuse = Ablehnen
next-back = Zurück zu „{ $title }“
next-failed = Die andere Anleitung ließ sich nicht öffnen. Versuchen Sie es noch einmal, oder lesen Sie stattdessen den Artikel.
next-article = Artikel lesen
notice-next = Die Anleitung, in der Sie waren, ließ sich nicht öffnen. Sie sind wieder in der ersten. Was Sie getan haben, ist nicht verloren.
transfer = Auf einem anderen Gerät weitermachen
transfer-hint = Speichern Sie Ihren Stand in einer Datei, und öffnen Sie sie dort. Sie enthält Namen und Adressen, aber keine Kartennummern.
transfer-save = Datei speichern
transfer-open = Datei öffnen
transfer-found = Die Datei ist vom { $day }.
transfer-replaces = Was Sie hier getan haben, wird durch den Stand der Datei ersetzt.
transfer-take = Mit der Datei weitermachen
transfer-leave = Den Stand hier behalten
transfer-refused = Die Datei kann hier nicht verwendet werden. Wählen Sie eine, die aus dieser Anleitung gespeichert wurde.
forget = Hier Gespeichertes löschen
forget-hint = Was Sie beantwortet und getan haben, ist in diesem Browser gespeichert.
forget-ask = Alles löschen …
forget-sure = Alles, was Sie in den Anleitungen dieser Website beantwortet und getan haben, wird aus diesem Browser gelöscht. Das lässt sich nicht rückgängig machen.
forget-now = Ja, alles löschen
forget-keep = Nein, behalten
forget-done = In diesem Browser ist alles gelöscht.
forget-failed = Nicht alles ließ sich löschen. Versuchen Sie es noch einmal, oder löschen Sie die Daten der Website in den Einstellungen des Browsers.
done-replace-all = Zahlungsmethode ersetzt am { $day }
done-replace-one = Zahlungsmethode für einen Posten gewechselt am { $day }
done-add = Zahlungsmethode hinzugefügt am { $day }
done-update = Angaben berichtigt am { $day }
done-delete = Zahlungsmethode gelöscht am { $day }
done-pay = Bezahlt am { $day }
done-undo = Rückgängig gemacht am { $day }
done-undone = Danach rückgängig gemacht
optional = (freiwillig)
different = Das hat sich inzwischen im Konto geändert:
different-new = Neu: { $name }
different-gone = Nicht mehr da: { $name }
different-details = Geänderte Angaben: { $name }
different-paid = { $name } wird jetzt mit { $after } bezahlt, nicht mehr mit { $before }
different-others =
    { $count ->
        [one] und eine weitere Änderung
       *[other] und { $count } weitere Änderungen
    }
retry-helps = Sie können es noch einmal versuchen.
retry-useless = Ein weiterer Versuch hilft nicht.

## Verdicts of typed values

verdict-provider-missing = Die Karte ist noch nicht ausgefüllt. Geben Sie Nummer, Ablaufdatum und Sicherheitscode ein.
verdict-provider-failed = Die Karte wurde nicht angenommen. Prüfen Sie Ihre Eingaben, und versuchen Sie es erneut.
verdict-provider-late = Wir haben keine Antwort zur Karte erhalten. Nichts ist hinzugefügt. Versuchen Sie es erneut.
verdict-card-number-empty = Geben Sie die Nummer ein, die auf der Karte steht.
verdict-card-number-short = Es fehlen Ziffern. Geben Sie die ganze Nummer ein, die auf der Karte steht.
verdict-card-number-length = Die Zahl der Ziffern stimmt nicht. Vergleichen Sie mit der Karte.
verdict-card-number-long = Das sind zu viele Ziffern. Eine solche Karte hat höchstens { $most }.
verdict-card-number-unknown = Keine Karte, die wir kennen, beginnt so. Prüfen Sie die ersten Ziffern.
verdict-card-number-checksum = Eine Ziffer ist falsch, oder zwei sind vertauscht. Vergleichen Sie Ziffer für Ziffer mit der Karte.
verdict-card-number-character = Entfernen Sie „{ $character }“. Eine Kartennummer besteht nur aus Ziffern.

verdict-security-code-empty = Geben Sie den Sicherheitscode ein. Er steht auf der Rückseite der Karte, bei American Express auf der Vorderseite.
verdict-security-code-short = Der Sicherheitscode dieser Karte hat { $digits } Stellen. Es fehlen noch welche.
verdict-security-code-long = Der Sicherheitscode dieser Karte hat { $digits } Stellen. Das sind zu viele.
verdict-security-code-character = Entfernen Sie „{ $character }“. Der Sicherheitscode besteht nur aus Ziffern.

verdict-expiry-empty = Geben Sie Monat und Jahr ein, in denen die Karte abläuft, zum Beispiel 12/30.
verdict-expiry-incomplete = Geben Sie Monat und Jahr ein, zum Beispiel 12/30.
verdict-expiry-month = Der Monat ist eine Zahl von 1 bis 12. Er kommt zuerst, zum Beispiel 12/30.
verdict-expiry-past = Dieses Datum ist vorbei. Sehen Sie auf der Karte nach, oder verwenden Sie eine, die noch gilt.
verdict-expiry-far = So lange gilt keine Karte. Das späteste Jahr ist { $year }. Sehen Sie auf der Karte nach.
verdict-expiry-format = Geben Sie nur Monat und Jahr ein, zum Beispiel 12/30.
verdict-expiry-character = Entfernen Sie „{ $character }“. Geben Sie Monat und Jahr in Zahlen ein, zum Beispiel 12/30.

verdict-cardholder-name-empty = Geben Sie den Namen so ein, wie er auf der Karte steht.
verdict-cardholder-name-letters = Geben Sie den Namen auf der Karte in Buchstaben ein.
verdict-cardholder-name-number = Das sieht wie eine Kartennummer aus. Hierher gehört der Name auf der Karte.
verdict-cardholder-name-long = Der Name ist zu lang. Platz ist für { $most } Zeichen.
verdict-cardholder-name-character = Der Name enthält ein Zeichen, das sich nicht darstellen lässt. Geben Sie ihn neu ein.

verdict-iban-empty = Geben Sie die IBAN ein. Sie steht im Onlinebanking oder auf dem Kontoauszug.
verdict-iban-short = Es fehlen Zeichen. Geben Sie die ganze IBAN ein.
verdict-iban-country = Eine IBAN beginnt mit zwei Buchstaben für das Land. „{ $country }“ ist kein Land, das die IBAN verwendet.
verdict-iban-format = Ein Zeichen ist fehl am Platz. Sehen Sie nach, ob ein Buchstabe anstelle einer Ziffer steht oder umgekehrt: O und 0, I und 1.
verdict-iban-long = Das sind zu viele Zeichen. Eine IBAN dieses Landes hat { $most }.
verdict-iban-checksum = Ein Zeichen ist falsch, oder zwei sind vertauscht. Vergleichen Sie mit dem Kontoauszug.
verdict-iban-national = Die Kontonummer in der IBAN stimmt nicht. Vergleichen Sie mit dem Kontoauszug.
verdict-iban-character = Entfernen Sie „{ $character }“. Eine IBAN besteht nur aus Buchstaben und Ziffern.

verdict-bic-empty = Geben Sie den BIC der Bank ein. Er heißt auch SWIFT-Code.
verdict-bic-short = Es fehlen Zeichen. Ein BIC hat 8 oder 11.
verdict-bic-country = Das fünfte und das sechste Zeichen stehen für das Land. „{ $country }“ ist kein Land.
verdict-bic-format = Die ersten sechs Zeichen sind Buchstaben. Sehen Sie nach, ob dort eine Ziffer steht.
verdict-bic-long = Das sind zu viele Zeichen. Ein BIC hat 8 oder 11.
verdict-bic-character = Entfernen Sie „{ $character }“. Ein BIC besteht nur aus Buchstaben und Ziffern.

verdict-us-routing-empty = Geben Sie die Routing-Nummer der Bank ein. Sie steht auf einem Scheck unten links.
verdict-us-routing-short = Es fehlen Ziffern. Eine Routing-Nummer hat { $digits }.
verdict-us-routing-long = Das sind zu viele Ziffern. Eine Routing-Nummer hat { $digits }.
verdict-us-routing-prefix = Keine Bank hat eine Routing-Nummer, die so beginnt. Prüfen Sie die ersten beiden Ziffern.
verdict-us-routing-checksum = Eine Ziffer ist falsch, oder zwei sind vertauscht. Vergleichen Sie Ziffer für Ziffer.
verdict-us-routing-character = Entfernen Sie „{ $character }“. Eine Routing-Nummer besteht nur aus Ziffern.

verdict-uk-account-empty = Geben Sie Sort Code und Kontonummer ein.
verdict-uk-account-short = Es fehlen Ziffern. Sort Code und Kontonummer haben zusammen { $digits }.
verdict-uk-account-long = Das sind zu viele Ziffern. Sort Code und Kontonummer haben zusammen { $digits }.
verdict-uk-account-checksum = Sort Code und Kontonummer passen nicht zusammen. Prüfen Sie, ob eine Ziffer falsch ist.
verdict-uk-account-character = Entfernen Sie „{ $character }“. Hier stehen nur Ziffern.
verdict-uk-sort-code-empty = Geben Sie den Sort Code der Bank ein, sechs Ziffern.
verdict-uk-sort-code-short = Es fehlen Ziffern. Ein Sort Code hat { $digits }.
verdict-uk-sort-code-long = Das sind zu viele Ziffern. Ein Sort Code hat { $digits }.
verdict-uk-sort-code-character = Entfernen Sie „{ $character }“. Ein Sort Code besteht nur aus Ziffern.
verdict-uk-account-number-empty = Geben Sie die Kontonummer ein.
verdict-uk-account-number-short = Es fehlen Ziffern. Die Kontonummer hat { $digits }.
verdict-uk-account-number-long = Das sind zu viele Ziffern. Die Kontonummer hat { $digits }.
verdict-uk-account-number-character = Entfernen Sie „{ $character }“. Eine Kontonummer besteht nur aus Ziffern.

verdict-au-bsb-empty = Geben Sie die BSB der Bank ein, sechs Ziffern.
verdict-au-bsb-short = Es fehlen Ziffern. Eine BSB hat { $digits }.
verdict-au-bsb-long = Das sind zu viele Ziffern. Eine BSB hat { $digits }.
verdict-au-bsb-character = Entfernen Sie „{ $character }“. Eine BSB besteht nur aus Ziffern.

verdict-ca-transit-empty = Geben Sie Transit- und Institutsnummer ein, zum Beispiel 12345-678.
verdict-ca-transit-short = Es fehlen Ziffern. Geben Sie fünf für die Filiale und drei für die Bank ein, zum Beispiel 12345-678.
verdict-ca-transit-long = Das sind zu viele Ziffern. Geben Sie fünf für die Filiale und drei für die Bank ein, zum Beispiel 12345-678.
verdict-ca-transit-character = Entfernen Sie „{ $character }“. Hier stehen nur Ziffern.
verdict-ca-transit-unknown = Keine Filiale hat die Nummer 00000 und keine Bank 000. Prüfen Sie die Ziffern, zum Beispiel 12345-678.

verdict-account-number-empty = Geben Sie die Kontonummer ein.
verdict-account-number-short = Es fehlen Ziffern. Die Kontonummer hat mindestens { $digits }.
verdict-account-number-long = Das sind zu viele Ziffern. Die Kontonummer hat höchstens { $digits }.
verdict-account-number-character = Entfernen Sie „{ $character }“. Eine Kontonummer besteht nur aus Ziffern.

verdict-postal-code-empty = Geben Sie die Postleitzahl ein, zum Beispiel { $example }.
verdict-postal-code-short = Die Postleitzahl ist noch nicht vollständig. Sie sieht aus wie { $example }.
verdict-postal-code-character = „{ $character }“ gehört nicht an diese Stelle einer Postleitzahl. Sie sieht aus wie { $example }.
verdict-postal-code-format = Die Zeichen stehen in der falschen Reihenfolge. Eine Postleitzahl sieht hier aus wie { $example }.
verdict-postal-code-long = Die Postleitzahl ist zu lang. Sie sieht aus wie { $example }.
verdict-postal-code-unknown = Eine solche Postleitzahl gibt es im Land nicht. Prüfen Sie, ob ein Zeichen falsch ist. Eine Postleitzahl sieht hier aus wie { $example }.

verdict-address-line1-empty = Geben Sie Straße und Hausnummer oder das Postfach ein.
verdict-address-line2-empty = Geben Sie die zweite Adresszeile ein.
verdict-address-sublocality-empty = Geben Sie den Ortsteil ein.
verdict-address-city-empty = Geben Sie den Ort ein.
verdict-address-region-empty = Wählen Sie das Bundesland, die Provinz oder die Region.
verdict-address-sorting-code-empty = Geben Sie den Zustellcode ein.
verdict-address-region-unknown = Das ist keine Region des Landes. Wählen Sie eine aus der Liste.
verdict-address-character = Der Text enthält ein Zeichen, das sich nicht darstellen lässt. Geben Sie ihn neu ein.
verdict-address-long = Der Text ist zu lang. Platz ist für { $most } Zeichen.
verdict-address-number = Das sieht wie eine Kartennummer aus. Hierher gehört die Adresse.
verdict-address-unused = Das Land verwendet dieses Feld nicht. Lassen Sie es leer.
verdict-address-country = Das Land „{ $country }“ kennen wir nicht. Wählen Sie eines aus der Liste.

## Reasons why something can't be chosen or done

reason-other =
    { $retry ->
        [false] Das hat nicht geklappt. Es wurde nichts geändert. Ein weiterer Versuch hilft nicht.
       *[other] Das hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es noch einmal.
    }
reason-already-undone = Das ist schon rückgängig gemacht. Sie müssen nichts tun.
reason-attached-since =
    { $count ->
        [one] Mit { $method } wird inzwischen { $items } bezahlt. Stellen Sie das zuerst auf eine andere Zahlungsmethode um.
       *[other] Mit { $method } werden inzwischen { $count } Posten bezahlt, darunter { $items }. Stellen Sie diese zuerst auf eine andere Zahlungsmethode um.
    }
reason-bank-account-closed = Neue Bankkonten lassen sich in diesem Land nicht hinzufügen: { $country }. Verwenden Sie eine Kredit- oder Debitkarte.
reason-bank-account-on-profile =
    { $count ->
        [one] Das Abrechnungsprofil { $profiles } lässt sich nicht mit einem Bankkonto bezahlen. Wählen Sie eine Kredit- oder Debitkarte.
       *[other] Abrechnungsprofile wie { $profiles } lassen sich nicht mit einem Bankkonto bezahlen. Wählen Sie eine Kredit- oder Debitkarte.
    }
reason-not-for-profiles =
    { $count ->
        [one] Das Abrechnungsprofil { $profiles } lässt sich nicht mit { $method } bezahlen. Wählen Sie eine andere Zahlungsmethode.
       *[other] Abrechnungsprofile wie { $profiles } lassen sich nicht mit { $method } bezahlen. Wählen Sie eine andere Zahlungsmethode.
    }
reason-not-for-subscriptions =
    { $count ->
        [one] Das Abonnement { $items } lässt sich nicht mit { $method } bezahlen. Wählen Sie eine andere Zahlungsmethode.
       *[other] Abonnements wie { $items } lassen sich nicht mit { $method } bezahlen. Wählen Sie eine andere Zahlungsmethode.
    }
reason-bank-accounts-gone = Bankkonten können keine Zahlungen mehr übernehmen. Wählen Sie eine Kredit- oder Debitkarte.
reason-card-prepaid = Guthabenkarten und virtuelle Karten werden nicht angenommen. Verwenden Sie eine gewöhnliche Kredit- oder Debitkarte.
reason-conflict = Jemand anders hat das Konto zur selben Zeit geändert. Ihr Auftrag wurde nicht ausgeführt. Sehen Sie ihn noch einmal durch, und versuchen Sie es erneut.
reason-cancelled = Sie haben abgebrochen. Es wurde nichts geändert.
reason-authentication-failed = Die Bank hat keine Bestätigung bekommen. Nichts ist geändert oder bezahlt. Sie können es noch einmal versuchen.
reason-payment-declined = Die Bank hat die Zahlung mit { $method } abgelehnt. Nichts ist bezahlt.
reason-payment-insufficient-funds = Für { $method } ist nicht genug Geld da. Nichts ist bezahlt.
reason-day-differs = Das Datum auf Ihrem Gerät weicht stark von unserem ab. Stellen Sie das Datum richtig ein, und versuchen Sie es erneut.
reason-changed-since =
    { $count ->
        [one] { $items } wurde danach noch einmal umgestellt. Machen Sie zuerst diese Umstellung rückgängig, oder stellen Sie den Rest einzeln um.
       *[other] { $count } Posten wurden danach noch einmal umgestellt, darunter { $items }. Machen Sie zuerst diese Umstellungen rückgängig, oder stellen Sie den Rest einzeln um.
    }
reason-declined = Die Bank hat { $method } abgelehnt. Wählen Sie eine andere Zahlungsmethode, oder berichtigen Sie zuerst die Angaben.
reason-expired = { $method } ist abgelaufen. Wählen Sie eine andere Zahlungsmethode, oder berichtigen Sie zuerst das Ablaufdatum.
reason-form-invalid =
    { $field ->
        [kind] Wählen Sie die Art der Zahlungsmethode.
        [number] Geben Sie die Kartennummer noch einmal ein.
        [iban] Geben Sie die Kontonummer noch einmal ein.
        [account-number] Geben Sie die Kontonummer noch einmal ein.
        [uk-account-number] Geben Sie die Kontonummer noch einmal ein.
        [expiry] Berichtigen Sie das Ablaufdatum.
        [name] Berichtigen Sie den Namen.
       *[other] Berichtigen Sie die Rechnungsadresse.
    }
reason-id-taken = Das ist anscheinend schon erledigt. Laden Sie die Seite neu, und sehen Sie nach, ob die Zahlungsmethode da ist.
reason-in-use =
    { $count ->
        [one] Mit { $method } wird noch ein Posten bezahlt. Ersetzen Sie die Zahlungsmethode zuerst, dann können Sie sie löschen.
       *[other] Mit { $method } werden noch { $count } Posten bezahlt. Ersetzen Sie die Zahlungsmethode zuerst, dann können Sie sie löschen.
    }
reason-may-not-add = Sie können keine Zahlungsmethoden hinzufügen. Bitten Sie { $who } um Hilfe.
reason-may-not-add-role = Nur wer Administratorrechte hat, ein Abrechnungsprofil besitzt oder daran mitwirkt, kann Zahlungsmethoden hinzufügen. Bitten Sie eine dieser Personen um Hilfe.
reason-method-changed-since = { $method } wurde danach geändert. Machen Sie zuerst diese Änderung rückgängig.
reason-method-gone = { $method } ist gelöscht, darum kann nichts dorthin zurück. Wählen Sie stattdessen eine andere Zahlungsmethode.
reason-no-account = Das Konto ist noch nicht geladen. Warten Sie einen Moment, und versuchen Sie es noch einmal.
reason-not-editable = Nummer, Art und Land lassen sich nicht ändern. Fügen Sie stattdessen eine neue Zahlungsmethode hinzu.
reason-not-manager = Sie können { $method } nicht ändern. Bitten Sie { $who } um Hilfe, oder wählen Sie eine andere Zahlungsmethode.
reason-not-manager-item = Sie können { $item } nicht umstellen. Bitten Sie { $who } um Hilfe.
reason-not-manager-role =
    { $role ->
        [profile-owner] Nur wer das Abrechnungsprofil besitzt oder daran mitwirkt, kann { $method } ändern. Bitten Sie eine dieser Personen um Hilfe, oder wählen Sie eine andere Zahlungsmethode.
       *[administrator] Nur wer { $method } hinzugefügt hat, kann sie auch ändern. Bitten Sie diese Person um Hilfe, oder wählen Sie eine andere Zahlungsmethode.
    }
reason-not-undoable = Das Rückgängigmachen lässt sich nicht zurücknehmen. Nehmen Sie die Änderung stattdessen neu vor.
reason-not-yours = Nur wer die Änderung vorgenommen hat, kann sie rückgängig machen. Fragen Sie { $who }.
reason-nothing-attached = Mit { $method } wird nichts bezahlt, also gibt es nichts umzustellen. Wählen Sie die Zahlungsmethode, um die es in den Mitteilungen geht.
reason-nothing-changed = Die Angaben zu { $method } sind dieselben wie zuvor. Berichtigen Sie, was nicht stimmt, und versuchen Sie es noch einmal.
reason-nothing-owed = Es gibt nichts zu bezahlen. Alles ist bezahlt.
reason-on-profile = { $item } wird über das Abrechnungsprofil { $profile } bezahlt. Stellen Sie stattdessen das Profil um.
reason-operation-unknown = Das ist hier nicht möglich. Laden Sie die Seite neu, und versuchen Sie es noch einmal.
reason-other-country = Land der Zahlungsmethode: { $country }. Ihre Organisation ist in einem anderen Land angemeldet: { $tenant }. Verwenden Sie eine Zahlungsmethode aus diesem Land.
reason-owed-unknown = Wir wissen nicht, was noch offen ist. Sehen Sie in Ihrem Konto nach.
reason-paid-since = Danach wurde bezahlt, deshalb lässt sich diese Änderung nicht mehr rückgängig machen. Nehmen Sie stattdessen eine neue vor.
reason-replace-per-profile = Mit { $method } werden Abrechnungsprofile bezahlt, und die lassen sich nur einzeln umstellen. Wählen Sie statt allem ein einzelnes Profil.
reason-same-method = Mit { $method } wird schon heute bezahlt. Wählen Sie eine andere Zahlungsmethode.
reason-sole-method = { $method } ist die einzige Zahlungsmethode im Konto. Fügen Sie eine neue hinzu, bevor Sie diese löschen.
reason-unknown-change = Die Änderung, die rückgängig gemacht werden soll, ist nicht zu finden. Laden Sie die Seite neu, und sehen Sie im Konto nach.
reason-unknown-item = Das Abonnement oder Abrechnungsprofil gibt es nicht mehr. Gehen Sie zurück, und wählen Sie neu.
reason-unknown-method = Die Zahlungsmethode gibt es nicht mehr. Gehen Sie zurück, und wählen Sie eine andere.

verdict-bank-account-closed = Neue Bankkonten lassen sich in diesem Land nicht hinzufügen: { $country }. Wählen Sie eine Kredit- oder Debitkarte.
verdict-choice-unknown = Wählen Sie eine der Möglichkeiten.
verdict-country-other = Die Zahlungsmethode muss aus dem Land stammen, in dem Ihre Organisation angemeldet ist: { $country }.
verdict-details-unchanged = Die Angaben sind dieselben wie zuvor. Berichtigen Sie, was nicht stimmt, oder gehen Sie zurück.
verdict-already-there = { $method } ist mit demselben Ablaufdatum schon im Konto. Ist es dieselbe Karte, können Sie zurückgehen und sie wählen. Wenn Sie sie trotzdem hinzufügen möchten, drücken Sie noch einmal.
verdict-field-unknown = Dieses Feld gehört nicht hierher. Laden Sie die Seite neu.

## Names

method-card = { $brand } •••• { $last4 }
method-card-until = { $brand } •••• { $last4 } (bis { $until })
method-bank = Bankkonto •••• { $last4 }

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
brand-national = Nationale Karte
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = Kreditkarte
kind-debit-card = Debitkarte
kind-bank-account = Bankkonto
kind-other = Zahlungsmethode
kind-profile = Abrechnungsprofil
kind-subscription = Abonnement

status-active = Aktiv
status-declined = Von der Bank abgelehnt
status-expired = Abgelaufen
status-disabled = Deaktiviert
status-deleted = Gelöscht

field-kind = Art der Zahlungsmethode
field-provider = Die Karte
    .hint = Sie geben die Karte direkt bei der Stelle ein, die die Zahlung annimmt; wir sehen die Nummer nicht
field-number = Kartennummer
field-expiry = Ablaufdatum
    .hint = Monat und Jahr, wie auf der Karte
field-code = Sicherheitscode
    .hint =
        { $brand ->
            [none] Drei Ziffern auf der Rückseite, bei American Express vier auf der Vorderseite
            [american-express] Vier Ziffern auf der Vorderseite der Karte
           *[other] Drei Ziffern auf der Rückseite der Karte
        }
field-name = Name
    .hint = Wie er auf der Karte oder beim Konto steht
field-iban = Kontonummer (IBAN)
    .hint = Sie beginnt mit zwei Buchstaben für das Land
field-us-routing = Routing-Nummer
    .hint = Neun Ziffern, unten links auf einem Scheck
field-uk-sort-code = Sort Code
    .hint = Sechs Ziffern, zum Beispiel 12-34-56
field-uk-account-number = Kontonummer
field-au-bsb = BSB
    .hint = Sechs Ziffern, zum Beispiel 123-456
field-ca-transit = Transit- und Institutsnummer
    .hint = Filiale und Bank, zum Beispiel 12345-678
field-account-number = Kontonummer
field-country = Land
    .fixed = Das Land, in dem Ihre Organisation angemeldet ist. Die Zahlungsmethode muss von dort stammen.
field-line1 = Straße und Hausnummer
field-line2 = Adresszusatz
field-sublocality = Ortsteil
field-sublocality-suburb = Vorort
field-sublocality-district = Distrikt
field-sublocality-neighborhood = Viertel
field-sublocality-townland = Townland
field-sublocality-village-township = Dorf oder Township
field-city = Ort
field-region = Bundesland oder Region
field-region-area = Gebiet
field-region-county = Grafschaft
field-region-department = Departement
field-region-district = Distrikt
field-region-do-si = Do oder Si
field-region-emirate = Emirat
field-region-island = Insel
field-region-oblast = Oblast
field-region-parish = Gemeindebezirk
field-region-prefecture = Präfektur
field-region-province = Provinz
field-region-state = Bundesstaat
field-postal-code = Postleitzahl
field-postal-code-zip = ZIP-Code
field-postal-code-pin = PIN-Code (Postleitzahl)
field-postal-code-eircode = Eircode
field-postal-code-postcode = Postleitzahl
field-sorting-code = Zustellcode
field-brand = Kartenart
field-last4 = Letzte vier Zeichen
field-issuer-country = Land des Kontos

## Names of the practice account

practice-operations = Betrieb und Lager
practice-shops = Filialen
practice-office-standard = Bürosoftware Standard
practice-storage-2-tb = Cloudspeicher 2 TB
practice-till-plus = Kassensystem Plus
practice-online-shop = Onlineshop
practice-business-email = E-Mail für Unternehmen
practice-telephony-basic = Telefonie Basis
practice-accounting-plus = Buchhaltung Plus
practice-drawing = Zeichenprogramm
practice-customers = Kundenkartei
practice-office = Bürosoftware
practice-storage = Cloudspeicher
practice-telephony = Telefonie
practice-meeting = Besprechungsraum
practice-archive = Archiv
practice-timesheets = Zeiterfassung
practice-stock = Lagerverwaltung
practice-email-plus = E-Mail Plus
practice-security = Sicherheit
practice-company = Tischlerei Skoddevik
