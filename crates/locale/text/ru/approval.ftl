# Утверждение: от черновика к нормативному документу.
web-approval = Утверждение
kind-approval = стадия согласования
web-family-ap = Утверждение

topbar-both = черновик { $draft } · утверждена { $approved }
topbar-same = утверждена редакция { $approved }
topbar-nothing = черновик { $draft } · ничего не утверждено

approval-lead = Нормативным документ становится после утверждения: названные отделом люди согласуют редакцию стадия за стадией. Правки после этого — черновик рядом с ней.
approval-normative = Нормативной является редакция { $revision }: утверждена { $date }, { $by }.
approval-normative-none = Пока не утверждена ни одна редакция.
approval-same = Черновик не отличается от нормативной редакции: вносить на утверждение нечего.
approval-ahead = { $n ->
    [one] После неё сохранена ещё { $n } редакция; последняя — { $draft }.
    [few] После неё сохранены ещё { $n } редакции; последняя — { $draft }.
   *[many] После неё сохранено ещё { $n } редакций; последняя — { $draft }.
 }
approval-draft = Черновик — редакция { $draft }.
approval-draft-none = Текста пока нет. Утверждать можно то, что написано.
approval-propose = Внести на утверждение
approval-to-documents = Документы
approval-waits = Ждёт вашего решения: редакция { $revision } (на утверждение внесена: { $by }).
approval-waits-go = Перейти к решению

approval-open = Редакция { $revision } на утверждении
approval-came-back = Редакцию { $revision } вернули ({ $by }): { $note }
approval-one = Редакция { $revision }: предложение { $id }
approval-proposed = На утверждение внесена: { $by }, { $when }
approval-stages = Кто решает
approval-stage-unnamed = Решение
approval-anybody = любой, кто вправе утверждать
approval-pending = ждёт
approval-asked = решает сейчас
approval-later = решает позже
approval-agreed = согласовано
approval-returned = возвращено
approval-note = Примечание
approval-note-help = Попадает в лист согласования. Чтобы вернуть редакцию, напишите, что исправить.
approval-agree = Согласовать
approval-return = Вернуть
approval-withdraw = Отозвать
approval-changes = Что изменилось после утверждённой редакции { $revision }
approval-changes-first = Утверждается впервые: сравнивать не с чем.
approval-changes-same = Содержание то же.
approval-warnings = { $n ->
    [one] Осталось { $n } предупреждение, причина подписана
    [few] Осталось { $n } предупреждения, причины подписаны
   *[many] Осталось { $n } предупреждений, причины подписаны
 }
approval-warnings-none = Замечаний, которые нужно обосновать, нет.
approval-read-draft = Прочитать документ этой редакции
approval-history = Прежние предложения
approval-history-none = Предложений ещё не было.
approval-col-revision = Редакция
approval-col-who = Кто внёс
approval-col-when = Когда (UTC)
approval-col-state = Состояние
approval-state-open = рассматривается
approval-state-approved = утверждена
approval-state-returned = возвращена
approval-state-withdrawn = отозвана

approval-propose-title = Внести редакцию { $revision } на утверждение
approval-blocked = { $n ->
    [one] Внести нельзя, пока есть { $n } ошибка:
    [few] Внести нельзя, пока есть { $n } ошибки:
   *[many] Внести нельзя, пока есть { $n } ошибок:
 }
approval-blocked-more = и другие — на странице замечаний
approval-reasons = Предупреждения, которые остаются
approval-reasons-help = К каждому нужна причина; её подписываете вы, и она печатается вместе с утверждённым документом.
approval-reason-all = Причина для всех замечаний этого правила, если они остаются по одной и той же причине
approval-reason-for = Причина: { $subject }
approval-reason-more = { $n ->
    [one] Ещё { $n } замечание этого правила здесь не показано: к нему относится общая причина.
    [few] Ещё { $n } замечания этого правила здесь не показаны: к ним относится общая причина.
   *[many] Ещё { $n } замечаний этого правила здесь не показано: к ним относится общая причина.
 }
approval-reason-missing = нужна причина
approval-no-warnings = Предупреждений нет: обосновывать нечего.
approval-propose-note = Что и зачем меняется
approval-propose-note-help = Это прочтут те, кто решает.

comments-title = Комментарии
comments-of = Комментарии: { $name }
comments-open = Открытые комментарии
comments-none = Открытых комментариев нет. Комментарий пишут рядом с элементом, о котором он, или здесь — обо всём документе.
comments-whole = Обо всём документе
comments-said = { $by }, { $when }, к редакции { $revision }
comments-settled-by = Снято: { $by }, { $when }
comments-settled = { $n ->
    [one] { $n } снятый комментарий
    [few] { $n } снятых комментария
   *[many] { $n } снятых комментариев
 }
comments-text = Комментарий
comments-add = Добавить комментарий
comments-settle = Снять
comments-here = Прокомментировать: { $name }
comments-count = { $n ->
    [one] { $n } комментарий
    [few] { $n } комментария
   *[many] { $n } комментариев
 }
comments-gone = элемента в тексте больше нет

documents-normative = Нормативный документ
documents-normative-none = Пока ничего не утверждено, нормативного документа нет.
documents-normative-go = К утверждению
documents-approved = редакция { $revision } · утверждена { $date } · { $by }
documents-draft = Черновик
documents-draft-of = редакция { $revision }
documents-draft-same = совпадает с нормативным

document-approved = редакция { $revision }, утверждена { $date }
document-draft-of = черновик редакции { $revision } от { $date }
document-draft-mark = проект
document-changes = Лист изменений
document-reasons = Предупреждения, оставленные с обоснованием
sheet-agreed = согласовано
sheet-returned = возвращено
sheet-changes-first = Документ утверждён впервые; изменений нет.
sheet-changes-none = После утверждённой редакции { $revision } содержание не изменилось.
sheet-changes-since = Изменения после утверждённой редакции { $revision }.
table-approval = Согласование
table-changes = Изменения по разделам
table-reasons = Предупреждения и причины, по которым они остаются
table-approvals = Стадии согласования
report-approvals = Утверждение документов
report-approvals-empty = Отдел называет, кто согласует и утверждает его документы; пока никто не назван, решает любой, кто вправе утверждать.
col-stage = Стадия
col-approves = Кто решает
col-signed = Кто
col-decision = Решение
col-note = Примечание
col-section = Раздел
col-changes = Изменения
col-subject = О чём
col-reason = Причина

approval-error-errors = { $n ->
    [one] Утверждению мешает { $n } ошибка. Исправьте её: список — на странице замечаний.
    [few] Утверждению мешают { $n } ошибки. Исправьте их: список — на странице замечаний.
   *[many] Утверждению мешают { $n } ошибок. Исправьте их: список — на странице замечаний.
 }
approval-error-unreasoned = { $n ->
    [one] Причина не указана у { $n } предупреждения. Напишите её или исправьте замечание.
   *[many] Причина не указана у { $n } предупреждений. Напишите её или исправьте замечания.
 }
approval-error-nobody-signs = Утвердить некому: { $names }. Администратору нужно связать с этими людьми пользователей, которые вправе утверждать.
approval-error-empty-stage = На стадии «{ $stage }» никто не назван. Назовите людей или уберите стадию.
approval-error-no-approver = Утвердить некому: права утверждать нет ни у кого. Роль даёт администратор.
approval-error-not-newer = Редакция { $number } не новее нормативной: вносить на утверждение нечего.
approval-error-another-open = Одна редакция уже на утверждении. Дождитесь решения или отзовите её.
approval-error-no-proposal = Предложения { $id } нет.
approval-error-closed = Предложение уже закрыто: { $state }.
approval-error-not-asked = На этой стадии решаете не вы.
approval-error-decided = Вы уже решили; ждём остальных.
approval-error-own = Внесённое вами не может утвердить один вы, пока это вправе сделать другие.
approval-error-no-note = Напишите, что исправить: без этого вернуть редакцию нельзя.
approval-error-not-yours = Отозвать предложение может тот, кто его внёс, или администратор.
approval-error-no-element = Такого элемента в документах нет: { $element }.
approval-error-no-comment = Открытого комментария { $id } нет: возможно, его уже сняли.
approval-error-empty = Комментарий пуст.
approval-error-too-long = Слишком длинно: принимается не больше { $n } байт. Сократите текст.
approval-error-nothing-normative = Ни одна редакция ещё не утверждена, поэтому нормативного документа нет. Черновик печатается без --revision.
cli-render-revision = Редакция: normative или номер; без него — тексты папки, как они есть
