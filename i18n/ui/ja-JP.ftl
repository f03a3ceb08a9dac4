# The comments in en-US.ftl explain the messages and their variables.

## The widget

widget = ステップごとの案内
continue = 次へ
back = 戻る
restart = 最初からやり直す
retry = もう一度試す
stuck = 先に進めない
article = 記事の全文
article-show = 記事の全文を表示
article-hide = 記事を隠す
step-of = ステップ { $step } / { $total }
known = アカウントの情報をもとに、この回答を入れておきました。変更できます。
choose = 回答を選んでください
problem = 問題があります
mistake = エラー:
working = お待ちください…
answer-all = すべて順番に
heading-read = 次のステップ
heading-ask = どれに当てはまりますか
practice = 練習用です。実際のアカウントには何も起こりません。
notice-article = ここではステップごとの案内を使えません。記事の全文を下でお読みください。
notice-failed = うまくいきませんでした。何も変更されていません。もう一度試すか、記事の全文をお読みください。
notice-load = ここで必要なものをすべて読み込むことができませんでした。回答は失われていません。もう一度お試しください。
notice-memory = このブラウザーでは何も保存できません。ページを閉じると回答は失われます。

## The widget: later steps

notice-elsewhere = 別のウィンドウでもこの案内が開かれていました。そちらで進んだところまで表示しています。
notice-forgotten = ここに保存されていたものは、別のウィンドウですべて削除されました。最初から始まります。
notice-journal = 以前の操作の一部を読み込めませんでした。回答を確認してください。
notice-newer = ここに保存されている内容は、この案内の新しいバージョンのものです。回答は失われていません。続けるには、ページを再読み込みしてください。
notice-moved = 前回から案内の内容が変わりました。今も有効な最後のステップから続けます。
notice-unknown = まだ返事がないため、もう一度問い合わせています。同じ操作が 2 回行われることはありません。
notice-wiped = 安全のため、入力された番号とコードはページを離れたときに消去しました。もう一度入力してください。
notice-lost = 以前に変更した内容の一部が、アカウントに残っていません。現在の状態を確認し、必要であればもう一度行ってください。
known-answers = { $count } 件の答えはアカウントの記録によるものです
known-against = 「{ $said }」と答えましたが、アカウントの記録では「{ $known }」です。記録に従って進みます。違っている場合は、ここで変更できます。
fact-notices = { $methods }での支払いが{ $days }に拒否されました。
fact-managers = { $who }が対応できます。
fact-owed = { $amount }がまだ支払われていません。
fact-charged = 金額は{ $amount }です。
fact-charged-for =
    { $more ->
        [0] 対象は{ $items }、金額は{ $amount }です。
       *[other] 対象は{ $items }ほか { $more } 件、金額は{ $amount }です。
    }
fact-owed-same = この金額はまだ支払われていません。
fact-each = それぞれのお知らせの内容
decline-insufficient-funds = 利用できる残高が足りませんでした。
decline-expired = カードの有効期限が切れています。
decline-incorrect-details = 一部の情報が銀行の登録と一致しませんでした。
decline-authentication-required = 銀行で支払いの確認が必要でした。
decline-bank-declined = 銀行は理由を知らせていません。
decline-do-not-retry = 銀行は、この支払い方法での支払いをこれ以上承認しません。
decline-other = 処理の途中で問題が起きました。
send-on-words = { $method }での支払いが拒否されました。私には変更できないため、このページを開いて、案内に沿って進めていただけますか。{ $page }
send-on-copy = 文章をコピー
send-on-mail = メールで送る
notice-may-end = ここに保存された内容は、数日後にブラウザーが削除することがあります。後で続けるには、「{ stuck }」からファイルに保存してください。
article-says = ガイドを使わずに行う方法
path-so-far = これまでの回答
known-fields = すでに分かっている項目は入力済みです。変更することもできます。
test-card-hint = ここではテスト用のカードを使えます。
test-card = テスト用カードを入力
test-card-filled = テスト用カードを入力しました。
or = または
before = 現在
after = 変更後
today = 今日
column-name = 名前
column-facts = 詳細
column-field = 項目
list-total = 全 { $count } 件
list-all = { $count } 件すべてを表示
picked = 選択中:
picture-uses = 図: { $method }で { $count } 件を支払っています。
picture-moves = 図: { $count } 件が{ $old }から{ $new }に移ります。
picture-rest = ほか { $count } 件
picture-days = 日程: { $from }から{ $until }まで、自動的に請求を試します。今日は{ $today }です。
picture-days-over = 日程: { $from }から{ $until }まで、自動的に請求を試します。
change = 変更
confirm = 確定
undo = 元に戻す
undo-sure = 変更を元に戻しますか
undo-now = はい、元に戻す
undo-keep = いいえ、そのままにする
yes = はい
no = いいえ
heading-by-hand = 次のステップ
heading-pick = どれですか
heading-fill = 情報を入力してください
heading-review = 回答を確認してください
heading-outcome = 以上です
list-none = 選べるものがありません。
search = 一覧を検索
search-none = 見つかりませんでした。別の言葉で試してください。
search-found =
    { $count ->
        [0] 見つかりませんでした
       *[other] { $count } 件見つかりました
    }
item-off = 選べません
unusable = 選べないもの ({ $count } 件)
as-picture = 図で見る
other-answers = そのほかの回答
item-unnamed = 名前なし
item-expiry = { $value }末まで有効
item-holder = { $value }
item-price = { $value }
item-payer = 支払い方法: { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] サブスクリプションなし
       *[other] サブスクリプション { $value } 件
    }
item-profiles = 請求プロファイル { $value } 件
item-uses = { $value ->
        [0] 支払いに使われていません
       *[other] { $value }の支払いに使用中
    }
detail-uses =
    { $count ->
        [0] 今は何の支払いにも使われていません
       *[other] 支払いに使われている { $count } 件を見る
    }
changes-replace-all = 次の { $count } 件が移ります
changes-replace-one = 次のものが移ります
changes-update = 次のものが変わります
changes-add = 次のものが追加されます
changes-delete = 次のものが削除されます
changes-pay = 次の { $count } 件を支払います
changes-undo = 次の { $count } 件が元に戻ります
answer-picked = 選択済み
answer-filled = 入力済み
review-yet = まだ何も変更されていません。
review-begun = お支払い方法は追加されました。ほかはまだ何も変更されていません。
warning-notices-elsewhere = お知らせに書かれているのは{ $methods }です。ここで変更されるのは{ $method }です。
warning-same-card = どちらも末尾の4桁と有効期限が同じです。同じカードなら、置き換えても解決しません。
review-undoable = あとで元に戻せます。
review-final = この操作は元に戻せません。
outcome-final = 支払いは取り消せません。支払ったあとは、変更も元に戻せなくなります。
form-undoable = 追加しただけでは、まだ何の支払いにも使われません。使われていない間は、あとから削除できます。
review-done = 完了しました。選んだ内容は次のとおりです。
review-undone = 一度完了し、そのあと元に戻しました。
notice-guides = 今はアカウントに接続できません。ガイドはアカウントなしで続きます。アカウントの管理画面で手順を行ってください。
account-of = { $name }のアカウント
account-away = 今はアカウントを取得できません。ガイドはアカウントなしで続きます。
account-old = 今はアカウントを取得できません。ここに表示されているのは { DATETIME($day, day: "numeric", month: "long") } の内容です。
account-signed-out = サインインしていないため、アカウントを取得できません。サインインしてから、もう一度お試しください。
account-forbidden = このアカウントへのアクセス権がありません。管理している人に確認してください。
account-not-there = アカウントが見つかりません。ガイドはアカウントなしで続きます。
account-unreadable = アカウントを読み取れません。ガイドはアカウントなしで続きます。
notice-behind = 変更は完了しましたが、アカウントにまだ表示されていません。もう一度取得します。
notice-account-changed = アカウントが別の場所で変更されました。選択した項目の一部がなくなりました。もう一度選択してください。
by-hand-again = カード番号はここでは入力できません。アカウントの管理画面で手続きをしてから、ここに戻ってください。アカウントをもう一度取得します。
by-hand = アカウントの管理画面でこの手順を行い、ここに戻ってください。このガイドからアカウントは見えません。
by-hand-done = この手順を行いました
by-hand-missing = 見つかりません
by-hand-missed = この手順の対象が見つかりませんでした。まとめに書いてありますので、サポートに伝えてください。
answer-by-hand = 別の画面で実施、ここでは未確認
summary-missing = 見つからなかったもの
unverified = このガイドからアカウントは見えないため、ここでは何も確認も実行もしていません。アカウントで正しく変更されたか確かめてください。
undone = すべて変更前の状態に戻りました。別の方法を選ぶ場合は、最初からやり直してください。
undone-left = 変更を元に戻しました。別の方法を選ぶ場合は、最初からやり直してください。
left-add = 途中で { $method } を追加しました。このお支払い方法はアカウントに残っています。残しておくことも、削除することもできます。
left-other = 途中で行った操作の一部は、まだ有効です。
take-add = { $method } をアカウントから削除
take-other = それも元に戻す
taken-add = { $method } をアカウントから削除しました。
taken-other = 途中で行った操作も元に戻しました。
helped = お役に立ちましたか
helped-thanks = ご回答ありがとうございます。
stuck-heading = これをサポートに見せてください
stuck-try = まずこれを試してください
stuck-back = 一つ前に戻って、ほかの答えのほうが合っていないか確認してください。
stuck-reload = ページを読み込み直してください。答えた内容は残っています。
summary = サポート用のまとめ
summary-hint = 回答と行われたことが書かれています。名前、住所、カード番号は含まれません。
summary-copy = コピー
summary-print = 印刷
summary-save = 保存
summary-copied = まとめをコピーしました。
summary-selected = 文章を選択しました。キーボードでコピーしてください。
summary-allows = アカウントで変更できるもの
summary-allowed = 選択できます
summary-reference = 参照番号: { $reference }
welcome = おかえりなさい。前回は{ $day }にご利用いただきました。
wait = 返事を待っています。少し時間がかかることがあります。ページは開いたままで構いません。
wait-cancel = キャンセル
wait-cancelled = まだ行われていない処理を取り消しています。

heading-action-needed = 銀行での確認が必要です
action-pressed = 「{ $action }」を押しました。
action-yet = 銀行が承認するまで、変更も支払いも行われません。
action-asked = 銀行に問い合わせています…
action-goes = { $host } に移動します。確認が終わったら、ここに戻ってください。
action-go = 銀行のページへ
action-done = 確認しました
action-practice = 練習用の銀行
action-practice-hint = 実際には、ここで銀行が確認を求めます。銀行の返事を選んでください。
action-confirm = 確認する
action-refuse = 拒否する
next-back = 「{ $title }」に戻る
next-failed = もう 1 つのガイドを開けませんでした。もう一度試すか、代わりに記事をお読みください。
next-article = 記事を読む
notice-next = ご覧になっていたガイドを開けませんでした。最初のガイドに戻りました。操作した内容は失われていません。
transfer = 別のデバイスで続ける
transfer-hint = ここまでの内容をファイルに保存し、別のデバイスで開いてください。名前と住所は含まれますが、カード番号は含まれません。
transfer-save = ファイルを保存
transfer-open = ファイルを開く
transfer-found = このファイルは{ $day }のものです。
transfer-replaces = ここで行った内容は、ファイルの内容に置き換えられます。
transfer-take = ファイルの内容から続ける
transfer-leave = 今の内容を残す
transfer-refused = このファイルはここでは使えません。この案内から保存したファイルを選んでください。
forget = ここに保存された内容を削除
forget-hint = 回答と操作の内容は、このブラウザーに保存されています。
forget-ask = すべて削除…
forget-sure = このサイトのガイドでの回答と操作が、すべてこのブラウザーから削除されます。元に戻すことはできません。
forget-now = はい、すべて削除します
forget-keep = いいえ、残します
forget-done = このブラウザーからすべて削除しました。
forget-failed = 一部を削除できませんでした。もう一度試すか、ブラウザーの設定でこのサイトのデータを削除してください。
done-replace-all = { $day }に支払い方法を置き換えました
done-replace-one = { $day }に 1 件の支払い方法を変更しました
done-add = { $day }に支払い方法を追加しました
done-update = { $day }に登録情報を直しました
done-delete = { $day }に支払い方法を削除しました
done-pay = { $day }に支払いました
done-undo = { $day }に元に戻しました
done-undone = そのあと元に戻しました
optional = (省略可)
different = その間に、アカウントで次の変更がありました。
different-new = 追加: { $name }
different-gone = 削除: { $name }
different-details = 情報の変更: { $name }
different-paid = { $name }の支払い方法が{ $before }から{ $after }に変わりました
different-others = ほかに { $count } 件の変更
retry-helps = もう一度お試しください。
retry-useless = もう一度試しても結果は変わりません。

## Verdicts of typed values

verdict-provider-missing = カードの情報がまだ入力されていません。番号、有効期限、セキュリティ コードを入力してください。
verdict-provider-failed = カードが受け付けられませんでした。入力内容を確認して、もう一度お試しください。
verdict-provider-late = カードについて応答がありませんでした。何も追加されていません。もう一度お試しください。
verdict-card-number-empty = カードに書かれている番号を入力してください。
verdict-card-number-short = 数字が足りません。カードに書かれている番号をすべて入力してください。
verdict-card-number-length = 桁数が正しくありません。カードと見比べてください。
verdict-card-number-long = 数字が多すぎます。このカードの番号は { $most } 桁までです。
verdict-card-number-unknown = この数字で始まるカードは見当たりません。最初の数字を確認してください。
verdict-card-number-checksum = 数字が 1 つ間違っているか、2 つが入れ替わっています。カードと 1 桁ずつ見比べてください。
verdict-card-number-character = 「{ $character }」を消してください。カード番号は数字だけです。

verdict-security-code-empty = セキュリティ コードを入力してください。カードの裏面、American Express では表面に書かれています。
verdict-security-code-short = このカードのセキュリティ コードは { $digits } 桁です。数字が足りません。
verdict-security-code-long = このカードのセキュリティ コードは { $digits } 桁です。数字が多すぎます。
verdict-security-code-character = 「{ $character }」を消してください。セキュリティ コードは数字だけです。

verdict-expiry-empty = カードの期限の月と年を入力してください (例: 12/30)。
verdict-expiry-incomplete = 月と年の両方を入力してください (例: 12/30)。
verdict-expiry-month = 月は 1 から 12 までの数字です。先に入力してください (例: 12/30)。
verdict-expiry-past = この期限は過ぎています。カードを確認するか、期限の切れていないカードを使ってください。
verdict-expiry-far = これほど先まで使えるカードはありません。入力できるのは { $year } 年までです。カードを確認してください。
verdict-expiry-format = 月と年だけを入力してください (例: 12/30)。
verdict-expiry-character = 「{ $character }」を消してください。月と年は数字で入力してください (例: 12/30)。

verdict-cardholder-name-empty = カードに書かれているとおりに名義を入力してください。
verdict-cardholder-name-letters = カードの名義を文字で入力してください。
verdict-cardholder-name-number = カード番号のようです。ここにはカードの名義を入力してください。
verdict-cardholder-name-long = 名義が長すぎます。{ $most } 文字まで入力できます。
verdict-cardholder-name-character = 名義に表示できない文字があります。もう一度入力してください。

verdict-iban-empty = IBAN を入力してください。オンライン バンキングまたは取引明細書に書かれています。
verdict-iban-short = 文字が足りません。IBAN をすべて入力してください。
verdict-iban-country = IBAN は国を表す 2 文字で始まります。「{ $country }」は IBAN を使う国ではありません。
verdict-iban-format = 位置の正しくない文字があります。O と 0、I と 1 など、文字と数字が入れ替わっていないか確認してください。
verdict-iban-long = 文字が多すぎます。この国の IBAN は { $most } 文字です。
verdict-iban-checksum = 文字が 1 つ間違っているか、2 つが入れ替わっています。取引明細書と見比べてください。
verdict-iban-national = IBAN に含まれる口座番号が正しくありません。取引明細書と見比べてください。
verdict-iban-character = 「{ $character }」を消してください。IBAN は英字と数字だけです。

verdict-bic-empty = 銀行の BIC を入力してください。SWIFT コードとも呼ばれます。
verdict-bic-short = 文字が足りません。BIC は 8 文字または 11 文字です。
verdict-bic-country = 5 文字目と 6 文字目は国を表します。「{ $country }」という国はありません。
verdict-bic-format = 最初の 6 文字は英字です。数字が入っていないか確認してください。
verdict-bic-long = 文字が多すぎます。BIC は 8 文字または 11 文字です。
verdict-bic-character = 「{ $character }」を消してください。BIC は英字と数字だけです。

verdict-us-routing-empty = 銀行のルーティング番号 (routing number) を入力してください。小切手の左下に書かれています。
verdict-us-routing-short = 数字が足りません。ルーティング番号は { $digits } 桁です。
verdict-us-routing-long = 数字が多すぎます。ルーティング番号は { $digits } 桁です。
verdict-us-routing-prefix = この数字で始まるルーティング番号の銀行はありません。最初の 2 桁を確認してください。
verdict-us-routing-checksum = 数字が 1 つ間違っているか、2 つが入れ替わっています。1 桁ずつ見比べてください。
verdict-us-routing-character = 「{ $character }」を消してください。ルーティング番号は数字だけです。

verdict-uk-account-empty = ソート コード (sort code) と口座番号を入力してください。
verdict-uk-account-short = 数字が足りません。ソート コードと口座番号は合わせて { $digits } 桁です。
verdict-uk-account-long = 数字が多すぎます。ソート コードと口座番号は合わせて { $digits } 桁です。
verdict-uk-account-checksum = ソート コードと口座番号の組み合わせが正しくありません。間違っている数字がないか確認してください。
verdict-uk-account-character = 「{ $character }」を消してください。ここには数字だけを入力します。
verdict-uk-sort-code-empty = 銀行のソート コード (sort code) を 6 桁の数字で入力してください。
verdict-uk-sort-code-short = 数字が足りません。ソート コードは { $digits } 桁です。
verdict-uk-sort-code-long = 数字が多すぎます。ソート コードは { $digits } 桁です。
verdict-uk-sort-code-character = 「{ $character }」を消してください。ソート コードは数字だけです。
verdict-uk-account-number-empty = 口座番号を入力してください。
verdict-uk-account-number-short = 数字が足りません。口座番号は { $digits } 桁です。
verdict-uk-account-number-long = 数字が多すぎます。口座番号は { $digits } 桁です。
verdict-uk-account-number-character = 「{ $character }」を消してください。口座番号は数字だけです。

verdict-au-bsb-empty = 銀行の BSB を 6 桁の数字で入力してください。
verdict-au-bsb-short = 数字が足りません。BSB は { $digits } 桁です。
verdict-au-bsb-long = 数字が多すぎます。BSB は { $digits } 桁です。
verdict-au-bsb-character = 「{ $character }」を消してください。BSB は数字だけです。

verdict-ca-transit-empty = 支店番号 (transit number) と金融機関番号 (institution number) を入力してください (例: 12345-678)。
verdict-ca-transit-short = 数字が足りません。支店番号 5 桁と金融機関番号 3 桁を入力してください (例: 12345-678)。
verdict-ca-transit-long = 数字が多すぎます。支店番号 5 桁と金融機関番号 3 桁を入力してください (例: 12345-678)。
verdict-ca-transit-character = 「{ $character }」を消してください。ここには数字だけを入力します。
verdict-ca-transit-unknown = 支店番号 00000 と金融機関番号 000 はありません。数字を確認してください (例: 12345-678)。

verdict-account-number-empty = 口座番号を入力してください。
verdict-account-number-short = 数字が足りません。口座番号は { $digits } 桁以上です。
verdict-account-number-long = 数字が多すぎます。口座番号は { $digits } 桁までです。
verdict-account-number-character = 「{ $character }」を消してください。口座番号は数字だけです。

verdict-postal-code-empty = 郵便番号を入力してください (例: { $example })。
verdict-postal-code-short = 郵便番号が途中までになっています (例: { $example })。
verdict-postal-code-character = 郵便番号のその位置に「{ $character }」は使えません (例: { $example })。
verdict-postal-code-format = 文字の並びが正しくありません。この国の郵便番号の例: { $example }
verdict-postal-code-long = 郵便番号が長すぎます (例: { $example })。
verdict-postal-code-unknown = この国にこのような郵便番号はありません。間違っている文字がないか確認してください (例: { $example })。

verdict-address-line1-empty = 番地または私書箱を入力してください。
verdict-address-line2-empty = 住所の 2 行目を入力してください。
verdict-address-sublocality-empty = 町名または地区を入力してください。
verdict-address-city-empty = 市区町村を入力してください。
verdict-address-region-empty = 都道府県、州、地域のいずれかを選んでください。
verdict-address-sorting-code-empty = 仕分けコードを入力してください。
verdict-address-region-unknown = この国にはない地域です。一覧から選んでください。
verdict-address-character = 表示できない文字があります。もう一度入力してください。
verdict-address-long = 長すぎます。{ $most } 文字まで入力できます。
verdict-address-number = カード番号のようです。ここには住所を入力してください。
verdict-address-unused = この国ではこの項目を使いません。空のままにしてください。
verdict-address-country = 「{ $country }」という国は見当たりません。一覧から選んでください。

## Reasons why something can't be chosen or done

reason-other =
    { $retry ->
        [false] うまくいきませんでした。何も変更されていません。もう一度試しても結果は変わりません。
       *[other] うまくいきませんでした。何も変更されていません。もう一度お試しください。
    }
reason-already-undone = すでに元に戻されています。何もする必要はありません。
reason-attached-since =
    { $count ->
        [1] { $method }は、その後 { $items }の支払いに使われています。先に別の支払い方法へ移してください。
       *[other] { $method }は、その後 { $items }など { $count } 件の支払いに使われています。先に別の支払い方法へ移してください。
    }
reason-bank-account-closed = { $country }では新しい銀行口座を追加できません。クレジット カードかデビット カードを使ってください。
reason-bank-account-on-profile =
    { $count ->
        [1] 請求プロファイル { $profiles }は銀行口座では支払えません。クレジット カードかデビット カードを選んでください。
       *[other] { $profiles }などの請求プロファイルは銀行口座では支払えません。クレジット カードかデビット カードを選んでください。
    }
reason-not-for-profiles =
    { $count ->
        [1] 請求プロファイル { $profiles }は{ $method }では支払えません。別の支払い方法を選んでください。
       *[other] { $profiles }などの請求プロファイルは{ $method }では支払えません。別の支払い方法を選んでください。
    }
reason-not-for-subscriptions =
    { $count ->
        [1] サブスクリプション { $items }は{ $method }では支払えません。別の支払い方法を選んでください。
       *[other] { $items }などのサブスクリプションは{ $method }では支払えません。別の支払い方法を選んでください。
    }
reason-bank-accounts-gone = 銀行口座を代わりの支払い方法にすることはできなくなりました。クレジット カードかデビット カードを選んでください。
reason-card-prepaid = プリペイド カードとバーチャル カードは使えません。通常のクレジット カードかデビット カードを使ってください。
reason-conflict = 同時にほかの人がアカウントを変更しました。依頼された操作は行われていません。内容を確認して、もう一度お試しください。
reason-cancelled = キャンセルしました。何も変更されていません。
reason-authentication-failed = 銀行で確認できませんでした。変更も支払いも行われていません。もう一度試せます。
reason-payment-declined = { $method }での支払いを銀行が拒否しました。支払いは行われていません。
reason-payment-insufficient-funds = { $method }の残高が足りません。支払いは行われていません。
reason-day-differs = お使いのデバイスの日付が大きくずれています。日付を正しく設定して、もう一度お試しください。
reason-changed-since =
    { $count ->
        [1] { $items }は、その後もう一度移されています。先にその移動を元に戻すか、残りを 1 件ずつ移してください。
       *[other] { $items }など { $count } 件は、その後もう一度移されています。先にその移動を元に戻すか、残りを 1 件ずつ移してください。
    }
reason-declined = 銀行が{ $method }を拒否しました。別のものを選ぶか、先に情報を直してください。
reason-expired = { $method }は有効期限が切れています。別のものを選ぶか、先に有効期限を直してください。
reason-form-invalid =
    { $field ->
        [kind] 支払い方法の種類を選んでください。
        [number] カード番号をもう一度入力してください。
        [iban] 口座番号をもう一度入力してください。
        [account-number] 口座番号をもう一度入力してください。
        [uk-account-number] 口座番号をもう一度入力してください。
        [expiry] 有効期限を直してください。
        [name] 名義を直してください。
       *[other] 請求先住所を直してください。
    }
reason-id-taken = この操作はすでに済んでいるようです。ページを読み込み直し、支払い方法が登録されているか確認してください。
reason-in-use =
    { $count ->
        [1] { $method }は今も 1 件の支払いに使われています。先に置き換えると、削除できるようになります。
       *[other] { $method }は今も { $count } 件の支払いに使われています。先に置き換えると、削除できるようになります。
    }
reason-may-not-add = あなたは支払い方法を追加できません。{ $who }が追加できますので、頼んでください。
reason-may-not-add-role = 支払い方法を追加できるのは、管理者か、請求プロファイルの所有者または共同作成者だけです。その人に頼んでください。
reason-method-changed-since = { $method }はその後変更されています。先にその変更を元に戻してください。
reason-method-gone = { $method }は削除されたため、元に戻せません。代わりに別の支払い方法を選んでください。
reason-no-account = アカウントをまだ読み込んでいません。少し待ってから、もう一度お試しください。
reason-not-editable = 番号、種類、国は変更できません。代わりに新しい支払い方法を追加してください。
reason-not-manager = あなたは{ $method }を変更できません。{ $who }が変更できますので、頼むか、別のものを選んでください。
reason-not-manager-item = あなたは{ $item }を移せません。{ $who }が移せますので、頼んでください。
reason-not-manager-role =
    { $role ->
        [profile-owner] { $method }を変更できるのは、請求プロファイルの所有者または共同作成者だけです。その人に頼むか、別のものを選んでください。
       *[administrator] { $method }を変更できるのは、それを追加した管理者だけです。その人に頼むか、別のものを選んでください。
    }
reason-not-undoable = 「元に戻す」操作は取り消せません。代わりに、もう一度変更してください。
reason-not-yours = 元に戻せるのは、変更した本人だけです。{ $who }に頼んでください。
reason-nothing-attached = { $method }は何の支払いにも使われていないため、移すものがありません。お知らせに書かれている支払い方法を選んでください。
reason-nothing-changed = { $method }の情報は前と同じです。間違っているところを直して、もう一度お試しください。
reason-nothing-owed = 支払うものはありません。すべて支払い済みです。
reason-on-profile = { $item }は請求プロファイル { $profile }を通して支払われています。代わりにプロファイルを移してください。
reason-operation-unknown = ここではこの操作はできません。ページを読み込み直して、もう一度お試しください。
reason-other-country = この支払い方法は{ $country }のものですが、組織の登録国は{ $tenant }です。{ $tenant }のものを使ってください。
reason-owed-unknown = 未払いの金額がわかりません。アカウントで確認してください。
reason-paid-since = そのあとに支払いが行われたため、この変更は元に戻せません。代わりに、もう一度変更してください。
reason-replace-per-profile = { $method }は請求プロファイルの支払いに使われていて、プロファイルは 1 つずつしか移せません。すべてではなく、プロファイルを 1 つ選んでください。
reason-same-method = { $method }は今使われている支払い方法です。別のものを選んでください。
reason-sole-method = { $method }はアカウントにある唯一の支払い方法です。削除する前に、新しいものを追加してください。
reason-unknown-change = 元に戻す変更が見つかりません。ページを読み込み直し、アカウントを確認してください。
reason-unknown-item = そのサブスクリプションまたは請求プロファイルはもうありません。前に戻って選び直してください。
reason-unknown-method = その支払い方法はもうありません。前に戻って別のものを選んでください。

verdict-bank-account-closed = { $country }では新しい銀行口座を追加できません。クレジット カードかデビット カードを選んでください。
verdict-choice-unknown = 一覧の中から 1 つ選んでください。
verdict-country-other = 組織の登録国と同じ、{ $country }の支払い方法に限ります。
verdict-details-unchanged = 情報は前と同じです。間違っているところを直すか、戻ってください。
verdict-already-there = 有効期限が同じ{ $method }は、すでにアカウントにあります。同じカードなら、戻ってそれを選んでください。それでも追加する場合は、もう一度押してください。
verdict-field-unknown = この項目はここでは使えません。ページを読み込み直してください。

## Names

method-card = { $brand } •••• { $last4 }
method-card-until = { $brand } •••• { $last4 } ({ $until }まで)
method-bank = 銀行口座 •••• { $last4 }

brand-visa = Visa
brand-mastercard = Mastercard
brand-american-express = American Express
brand-discover = Discover
brand-diners-club = Diners Club
brand-jcb = JCB
brand-unionpay = UnionPay (銀聯)
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
brand-national = 国内専用カード
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = クレジット カード
kind-debit-card = デビット カード
kind-bank-account = 銀行口座
kind-other = 支払い方法
kind-profile = 請求プロファイル
kind-subscription = サブスクリプション

status-active = 有効
status-declined = 銀行が拒否しました
status-expired = 期限切れ
status-disabled = 無効
status-deleted = 削除済み

field-kind = 支払い方法の種類
field-provider = カード
    .hint = カードの情報は支払いを受け付ける会社に直接入力するため、番号はこちらには見えません
field-number = カード番号
field-expiry = 有効期限
    .hint = カードに書かれている月と年
field-code = セキュリティ コード
    .hint =
        { $brand ->
            [none] カード裏面の 3 桁、American Express は表面の 4 桁
            [american-express] カード表面の 4 桁の数字
           *[other] カード裏面の 3 桁の数字
        }
field-name = 名義
    .hint = カードまたは口座のとおり
field-iban = 口座番号 (IBAN)
    .hint = 国を表す 2 文字で始まります
field-us-routing = ルーティング番号
    .hint = 小切手の左下にある 9 桁の数字
field-uk-sort-code = ソート コード
    .hint = 6 桁の数字 (例: 12-34-56)
field-uk-account-number = 口座番号
field-au-bsb = BSB
    .hint = 6 桁の数字 (例: 123-456)
field-ca-transit = 支店番号と金融機関番号
    .hint = 支店と銀行 (例: 12345-678)
field-account-number = 口座番号
field-country = 国
    .fixed = 組織の登録国です。この国の支払い方法に限ります。
field-line1 = 番地
field-line2 = 建物名、部屋番号
field-sublocality = 町名、地区
field-sublocality-suburb = 郊外地区
field-sublocality-district = 地区
field-sublocality-neighborhood = 町内
field-sublocality-townland = タウンランド
field-sublocality-village-township = 村または郷
field-city = 市区町村
field-region = 都道府県または州
field-region-area = エリア
field-region-county = 郡
field-region-department = 県
field-region-district = 地区
field-region-do-si = 道または市
field-region-emirate = 首長国
field-region-island = 島
field-region-oblast = 州 (オブラスト)
field-region-parish = 教区
field-region-prefecture = 都道府県
field-region-province = 省または州
field-region-state = 州
field-postal-code = 郵便番号
field-postal-code-zip = ZIP コード
field-postal-code-pin = PIN コード (郵便番号)
field-postal-code-eircode = Eircode
field-postal-code-postcode = 郵便番号
field-sorting-code = 仕分けコード
field-brand = カードの種類
field-last4 = 末尾の 4 文字
field-issuer-country = 口座の国

## Names of the practice account

practice-operations = 業務・倉庫
practice-shops = 店舗
practice-office-standard = オフィス スタンダード
practice-storage-2-tb = クラウドストレージ 2 TB
practice-till-plus = レジシステム プラス
practice-online-shop = オンラインショップ
practice-business-email = ビジネスメール
practice-telephony-basic = 電話 ベーシック
practice-accounting-plus = 会計 プラス
practice-drawing = 作図ソフト
practice-customers = 顧客名簿
practice-office = オフィス
practice-storage = クラウドストレージ
practice-telephony = 電話
practice-meeting = 会議室
practice-archive = アーカイブ
practice-timesheets = 勤務表
practice-stock = 在庫管理
practice-email-plus = メール プラス
practice-security = セキュリティ
practice-company = スコッデヴィーク木工
