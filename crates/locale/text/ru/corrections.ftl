# Коррективы, открытые из-за пропущенных реперных точек.
correction-open = открыта
correction-started = выполняется
correction-done = выполнена
correction-withdrawn = снята
correction-overdue = срок вышел
correction-step-opened = открыта
correction-step-again = не достигнута ещё одна реперная точка
correction-step-recovered = значение всё-таки достигнуто
correction-step-started = работа начата
correction-step-task = добавлена задача
correction-step-task-done = задача выполнена
correction-step-note = запись
correction-step-done = закрыта с результатом
correction-step-withdrawn = снята
correction-error-none = Коррективы { $number } нет. Все коррективы — в общем списке.
correction-error-meanwhile = Тем временем с этой коррективой уже что-то сделали. Посмотрите, что именно, и повторите.
correction-error-person = В отделе нет человека «{ $person }». Выберите из списка.
correction-error-nothing = Открывать нечего: последняя реперная точка достигнута, либо корректива для неё не подготовлена, либо её уже открывали.
correction-error-ended = Эта корректива завершена: изменить в ней ничего нельзя.
correction-error-begun = Работа уже начата.
correction-error-empty = Ничего не написано. Достаточно одного предложения.
correction-error-long = Текст длиннее { $n } знаков. Остальное вынесите в документ и сошлитесь на него.
correction-error-no-task = Такой невыполненной задачи нет.
correction-error-tasks = { $n ->
    [one] Не выполнена { $n } задача.
    [few] Не выполнены { $n } задачи.
   *[many] Не выполнено { $n } задач.
 } Сначала отметьте выполнение: результат пишут, когда работа сделана.
correction-error-full = В этой коррективе больше нет места. Закройте её; следующая откроется со следующей реперной точкой.
audit-correction = корректива { $what }
audit-what-correction = корректива
hooks-event-correction = коррективы
corrections-title = Коррективы
corrections-lead = Если реперная точка не достигнута, открывается корректива, подготовленная в плане. Здесь они остаются, пока не записан результат.
corrections-none = Корректив ещё не открывали. Корректива открывается сама, когда реперная точка с подготовленной коррективой не достигнута и показания полны.
corrections-running = В работе
corrections-ended = Завершены
corrections-none-running = Сейчас в работе ничего нет: промахов без ответа не осталось.
corrections-reaction = { $n ->
    [one] Начата { $n } корректива, время реакции — { $time }. По одной судить рано.
    [few] Медиана времени реакции по { $n } коррективам — { $time }.
   *[many] Медиана времени реакции по { $n } коррективам — { $time }.
 }
corrections-col-what = Корректива
corrections-col-missed = Промах
corrections-col-until = Срок
corrections-col-tasks = Задачи
corrections-col-result = Результат
corrections-col-reaction = Реакция
corrections-col-lasted = Длилась
corrections-tasks-of = { $done } из { $all }
corrections-unanswered = Не открыты
corrections-unanswered-lead = Эти реперные точки не достигнуты, но с тех пор прошло много времени либо показания пришли поздно, поэтому корректива сама не открылась.
corrections-open = Открыть коррективу
corrections-opened-itself = открылась сама
corrections-opened-by = открыл(а) { $by }
correction-of = Корректива { $number }
correction-fact-kpi = Реперный KPI
correction-fact-target = Цель
correction-fact-read = Показание
correction-fact-opened = Открыта
correction-fact-until = Выполнить до
correction-fact-reaction = Реакция
correction-fact-lasted = Длилась
correction-not-begun = работа не начата
correction-tasks = Задачи
correction-task = Задача
correction-task-done-at = Выполнена
correction-task-mark = Выполнена
correction-task-came = Что получилось
correction-task-add = Добавить задачу
correction-task-what = Что сделать
correction-task-who = Кто
correction-task-until = Срок
correction-nobody = пока никто
correction-begin = Начать
correction-note-add = Записать в журнал
correction-note-text = Что записать
correction-close = Закрыть с результатом
correction-close-text = Результат
correction-close-help = Результат войдёт в документ: что сделано и что теперь показывают цифры.
correction-close-first = Коррективу закрывают с результатом, когда выполнены все её задачи.
correction-withdraw = Снять
correction-withdraw-text = Почему снята
correction-result = Результат
correction-reason = Почему снята
correction-journal = Журнал
correction-missed-on = { $date }: { $read } вместо { $wanted }
correction-task-until-day = до { $date }
lasted-minutes = { $n } мин
lasted-hours = { $n } ч
lasted-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
 }
report-corrections = Открытые коррективы
reason-nothing = Показаний нет.
reason-stale = Последнее показание, { $value }, — за { $date }: о сегодняшнем дне оно ничего не говорит.
reason-no-path = { $value } на { $date }; цели, с которой его сравнить, нет.
reason-path = { $value } на { $date }; путь к цели требует на этот день { $wanted }.
reason-path-allowed = { $value } на { $date }; путь к цели требует на этот день { $wanted } с допуском { $allowed }.
table-red = Что отстаёт и почему
col-why = Почему
col-probability = Вероятность
col-answer = Что делается
red-predicts = Шёл впереди «{ $terminal }»: вероятно, тот последует за ним.
red-unproven = Следует ли за ним «{ $terminal }», не доказано.
red-reversed = Он следует за «{ $terminal }», а не ведёт к нему.
red-insufficient = Показаний мало, чтобы сказать, следует ли за ним «{ $terminal }».
answer-prepared = подготовлено: { $what }
answer-none = корректива не подготовлена
# Отчёт о контроле.
document-control = Отчёт о контроле на { $date }
monthly-nothing = Здесь сообщить нечего.
monthly-glance = Коротко
monthly-kpis = Показатели и реперные точки
monthly-evidence = Ведут ли реперные точки к цели
monthly-evidence-note = Недоказанная реперная точка пока ни о чём не предупреждает; на чём основан вывод, видно на странице показателя.
monthly-forecasts = К чему придут конечные KPI
monthly-as-of = На дату
monthly-on-course = По плану или достигнуто
monthly-at-risk = Под угрозой
monthly-behind = Отстаёт или не достигнуто
monthly-unread = Без показаний
monthly-opened = Корректив открыто за месяц
monthly-ended = Корректив завершено за месяц
monthly-running = Корректив в работе
monthly-owed = Кто что должен
monthly-checkpoint = Реперный KPI
monthly-terminal = Конечный KPI
monthly-lead = Опережает на
monthly-periods = Периодов
monthly-take = Отчёт о контроле
