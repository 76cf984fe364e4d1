/* Japanese: polite, for readers at public bodies and companies alike. */

#include "io/texts.h"

const char *const texts_ja[N_TEXTS] = {
    [TEXT_MEETING_WITH] = "{1}との個別面談",
    [TEXT_MEETING_OF] = "面談：{1}",
    [TEXT_INTERPRETING] = "通訳：{1}",
    [TEXT_CANCELLED] = "【中止】{1}",
    [TEXT_IS_CANCELLED] = "この面談は中止となりました。",
    [TEXT_IS_TENTATIVE] = "この面談は仮の予定で、まだ確定しておりません。",
    [TEXT_IS_HANDED_OVER] = "この面談の通訳のご担当は変更となりました。",
    [TEXT_IS_FOR_OTHERS] = "この面談のご出席者は変更となりました。",
    [TEXT_IS_TAKEN_OUT] = "この予定はご参加のプログラムから外れました。",
    [TEXT_ROOM] = "ルーム{1}",
    [TEXT_ROOM_AND_LINK] = "{1} – {2}",
    [TEXT_ROOM_LINE] = "会場：{1}",
    [TEXT_LINK_LINE] = "参加用リンク：{1}",
    [TEXT_PARTNERS_LINE] = "ご面談先：{1}",
    [TEXT_PARTICIPANTS_LINE] = "参加団体：{1}",
    [TEXT_TOPIC_LINE] = "テーマ：{1}",
    [TEXT_INTERPRETER_LINE] = "通訳：{1}",
    [TEXT_ATTENDING_LINE] = "ご出席者：{1}",
    [TEXT_DISPLAY_NAME_LINE] = "ビデオ会議での表示名：{1}",
    [TEXT_EVENT_LINE] = "イベント：{1}",
    [TEXT_CONTACT_LINE] = "お問い合わせ先：{1}",
    [TEXT_MESSAGE_FROM] = "{1}様からのメッセージ：",
    [TEXT_PERSON] = "{1} 様",
    [TEXT_PERSON_AND_ADDRESS] = "{1} {2}",
    [TEXT_NAME_AND_OTHER] = "{1}（{2}）",
    [TEXT_CALENDAR_NAME] = "{1} – {2}",
    [TEXT_LIST_SEPARATOR] = "、",
    [TEXT_WHEN] = "{1}{2}～{3}（{4}）",
    [TEXT_WHEN_OVER_MIDNIGHT] = "{1}{2}～{3}{4}（{5}）",
    [TEXT_ZONE] = "{1}、{2}",
    [TEXT_DATE] = "{4}年{3}{2}日（{1}）",
    [TEXT_CLOCK] = "{1}:{2}",
    [TEXT_FIRST_OF_MONTH] = "1",
    [TEXT_SUNDAY] = "日",
    [TEXT_MONDAY] = "月",
    [TEXT_TUESDAY] = "火",
    [TEXT_WEDNESDAY] = "水",
    [TEXT_THURSDAY] = "木",
    [TEXT_FRIDAY] = "金",
    [TEXT_SATURDAY] = "土",
    [TEXT_JANUARY] = "1月",
    [TEXT_FEBRUARY] = "2月",
    [TEXT_MARCH] = "3月",
    [TEXT_APRIL] = "4月",
    [TEXT_MAY] = "5月",
    [TEXT_JUNE] = "6月",
    [TEXT_JULY] = "7月",
    [TEXT_AUGUST] = "8月",
    [TEXT_SEPTEMBER] = "9月",
    [TEXT_OCTOBER] = "10月",
    [TEXT_NOVEMBER] = "11月",
    [TEXT_DECEMBER] = "12月",
    [TEXT_MAIL_AGENDA_SUBJECT] = "【{event}】面談日程のご案内",
    [TEXT_MAIL_AGENDA_TEXT] =
        "{organisation}\n{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "面談の日程を下記のとおりご案内いたします。\n"
        "添付のファイルを開くと、カレンダーに登録できます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_UPDATE_SUBJECT] = "【{event}】面談日程変更のご案内",
    [TEXT_MAIL_UPDATE_TEXT] =
        "{organisation}\n{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "面談の日程に変更がございましたので、最新の日程をご案内いたします。\n"
        "添付のファイルを開くと、カレンダーが更新されます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_AGENDA_SUBJECT] =
        "【{event}】ご担当いただく面談日程のご案内",
    [TEXT_MAIL_INTERPRETER_AGENDA_TEXT] =
        "{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "通訳をご担当いただく面談の日程を下記のとおりご案内いたします。\n"
        "添付のファイルを開くと、カレンダーに登録できます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_UPDATE_SUBJECT] =
        "【{event}】ご担当いただく面談日程変更のご案内",
    [TEXT_MAIL_INTERPRETER_UPDATE_TEXT] =
        "{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "通訳をご担当いただく面談の日程に変更がございましたので、最新の日程をご案内"
        "いたし"
        "ます。\n"
        "添付のファイルを開くと、カレンダーが更新されます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_SUBJECT] = "【{event}】プログラムのご案内",
    [TEXT_MAIL_PROGRAMME_TEXT] =
        "{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "プログラムを下記のとおりご案内いたします。\n"
        "添付のファイルを開くと、カレンダーに登録できます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_UPDATE_SUBJECT] = "【{event}】プログラム変更のご案内",
    [TEXT_MAIL_PROGRAMME_UPDATE_TEXT] =
        "{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "プログラムに変更がございましたので、最新の内容をご案内いたします。\n"
        "添付のファイルを開くと、カレンダーが更新されます。\n\n"
        "{meetings}\n"
        "ご不明な点がございましたら、本メールにご返信ください。\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INVITE_SUBJECT] = "【{event}】{title} {when}",
    [TEXT_MAIL_INVITE_TEXT] = "{organisation}\n{name} 様\n\n"
                              "お世話になっております。{event}事務局です。\n"
                              "下記の面談をご案内いたします。\n"
                              "カレンダーから出欠をご返信いただけます。\n\n"
                              "{meetings}\n"
                              "どうぞよろしくお願いいたします。\n\n"
                              "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_CANCELLATION_SUBJECT] = "【{event}】{title} {when}",
    [TEXT_MAIL_CANCELLATION_TEXT] =
        "{organisation}\n{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "誠に恐れ入りますが、下記の面談は中止となりました。\n\n"
        "{meetings}\n"
        "何卒よろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_HANDOVER_SUBJECT] = "【{event}】{title} {when}",
    [TEXT_MAIL_HANDOVER_TEXT] =
        "{organisation}\n{name} 様\n\n"
        "お世話になっております。{event}事務局です。\n"
        "下記の面談のご出席者が変更となりましたので、お知らせいたします。\n\n"
        "{meetings}\n"
        "どうぞよろしくお願いいたします。\n\n"
        "{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_SOMEBODY] = "ご担当者",
    [TEXT_MAIL_NEW] = "新規の面談です。",
    [TEXT_MAIL_NEW_ITEM] = "新規の予定です。",
    [TEXT_MAIL_CHANGED] = "変更がございます。変更前：{1}",
    [TEXT_MAIL_BEFORE] = "{1}、{2}",
    [TEXT_FORM_EVENT] = "イベント",
    [TEXT_FORM_MEETING] = "面談番号",
    [TEXT_FORM_REQUEST] = "ご希望番号",
    [TEXT_FORM_PARTICIPANT] = "貴団体",
    [TEXT_FORM_PARTNERS] = "ご面談先",
    [TEXT_FORM_WHEN] = "日時",
    [TEXT_FORM_ABOUT] = "テーマ",
    [TEXT_FORM_HELD] = "面談は行われましたか（はい／いいえ）",
    [TEXT_FORM_ABSENT] = "欠席された団体がある場合はその団体名（「ご面談先」の表記"
                         "のまま、複数の場合は ; で区切る）",
    [TEXT_FORM_RATING] = "有意義でしたか（1：あまり～5：非常に）",
    [TEXT_FORM_AGAIN] = "（再度の）面談をご希望ですか（はい／いいえ）",
    [TEXT_FORM_SHARE_CONTACT] =
        "お名前とメールアドレスを先方にお伝えしてもよろしいですか（はい／いいえ）",
    [TEXT_FORM_OUTCOME] = "成果（なし／協議中／案件化／合意）",
    [TEXT_FORM_NEXT_STEP] = "次回の議題（先方にもお伝えします）",
    [TEXT_FORM_NOT_SERVED] = "今回はご面談いただけませんでした",
    [TEXT_FORM_YES] = "はい",
    [TEXT_FORM_NO] = "いいえ",
    [TEXT_FORM_OUTCOME_NONE] = "なし",
    [TEXT_FORM_OUTCOME_TALKS] = "協議中",
    [TEXT_FORM_OUTCOME_PROJECT] = "案件化",
    [TEXT_FORM_OUTCOME_AGREEMENT] = "合意",
    [TEXT_CONTACT_ORGANISATION] = "団体名",
    [TEXT_CONTACT_NAME] = "お名前",
    [TEXT_CONTACT_POSITION] = "役職",
    [TEXT_CONTACT_ADDRESS] = "メールアドレス",
    [TEXT_MAIL_CONFIRMED] = "日程が確定いたしました。",
    [TEXT_MAIL_UNCONFIRMED] = "仮の予定に変更となりました。",
    [TEXT_MAIL_NEW_PLACE] = "会場または参加用リンクに変更がございます。",
    [TEXT_MAIL_NEW_DETAILS] = "名称または参加用リンクに変更がございます。",
    [TEXT_MAIL_NEW_LANGUAGE] = "今後は日本語でご案内いたします。",
    [TEXT_WHY_DEAR] = "{1} 御中",
    [TEXT_WHY_ASKED] =
        "{2}における{1}"
        "との面談をご希望いただき、誠にありがとうございます。申し訳ございませんが、"
        "この面談はプログラムに組み込むことができませんでした。",
    [TEXT_WHY_WAS_ASKED] =
        "{2}における{1}"
        "との面談についてお知らせいたします。申し訳ございませんが、この面談はプログ"
        "ラムに組み込むことができませんでした。",
    [TEXT_WHY_SERVED] = "{2}における{1}との面談は、次の日時に行われます。{3}",
    [TEXT_WHY_LIMIT] = "貴団体の面談は、すでに上限の{1}件に達しております。",
    [TEXT_WHY_OWN_TIME] =
        "ご連絡いただいたご都合のよい時間帯に、面談の時間枠がございませんでした。",
    [TEXT_WHY_NO_TIME] = "実施できる時間枠が残っておりませんでした。",
    [TEXT_WHY_PLACES] = "会場および通訳の数に限りがあり、該当する時間帯にはすべて埋"
                        "まっておりました。",
    [TEXT_WHY_NO_ROOM] = "該当する時間帯には、この面談に適した会場がございません。",
    [TEXT_WHY_NO_INTERPRETER] =
        "該当する時間帯には、この面談の言語に対応できる通訳者がおりません。",
    [TEXT_WHY_WITHDRAWN] =
        "このご希望は、貴団体より取り下げのご連絡をいただいております。",
    [TEXT_WHY_OTHERWISE] = "当日のプログラムの都合上、すべてのご希望にお応えするこ"
                           "とができませんでした。",
    [TEXT_WHY_CHOICES] =
        "次のいずれかでご都合がよろしければ、面談を行うことができます。",
    [TEXT_WHY_CHOICE] = "{1}。面談日時：{2}",
    [TEXT_WHY_FREE] = "次の時間帯もご参加いただける場合（{1}）",
    [TEXT_WHY_MAX_MEETINGS] = "面談を{1}件までお受けいただける場合",
    [TEXT_WHY_MAX_CONSECUTIVE] = "連続{1}件までの面談をお受けいただける場合",
    [TEXT_WHY_MAX_GAPS] = "面談の間の待ち時間が増えても差し支えない場合",
    [TEXT_WHY_PARALLEL] =
        "別の面談と同じ時間に、貴団体の別の方がご出席いただける場合",
    [TEXT_WHY_ANY_TIME] = "ご希望と異なる日時または長さでも差し支えない場合",
    [TEXT_WHY_ANY_ORDER] = "他の面談より後でなくても差し支えない場合",
    [TEXT_WHY_INSTEAD] = "次の面談に代えて行う場合（{1}）",
    [TEXT_WHY_COME] = "ご参加いただけることとなった場合",
    [TEXT_WHY_ANSWER] = "ご希望がございましたら、お知らせください。空きがあるうちに"
                        "手配いたします。",
    [TEXT_WHY_WAITING] =
        "今後実施できることとなりました際には、速やかにご連絡いたします。",
    [TEXT_WHY_NOTHING] =
        "{1}において、貴団体のご希望はすべてプログラムに組み込まれております。",
    [TEXT_WHY_REGARDS] = "どうぞよろしくお願いいたします。",
    [TEXT_FORM_QUESTION] = "面談が可能な時間帯をお知らせください。すべての時間枠に"
                           "お答えください。各地の時刻を"
                           "併記しています。",
    [TEXT_FORM_ANSWERS] = "○ - △ - ×",
};
