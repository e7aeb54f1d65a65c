periods-day = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
periods-week = { $count ->
    [one] { $count } неделю
    [few] { $count } недели
   *[many] { $count } недель
}
periods-month = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
periods-quarter = { $count ->
    [one] { $count } квартал
    [few] { $count } квартала
   *[many] { $count } кварталов
}
periods-year = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}
evidence-says-predicts = «{ $checkpoint }» идёт впереди «{ $terminal }» на { $lag }. За его сдвигом на единицу ({ $one }) «{ $terminal }» в среднем сдвигается на { $effect }; с вероятностью { $level } — от { $low } до { $high }. Прогноз с ним точнее: квадрат ошибки меньше на { $gain }. Это свидетельство, а не доказательство: обоих может двигать третья причина.
evidence-both-ways = Связь видна и в обратную сторону: показатели влияют друг на друга или оба следуют за третьим.
evidence-against = Сдвиг к лучшему у реперного KPI предвещает сдвиг к худшему у конечного: как цель он ведёт не туда, хотя как предупреждение годится.
evidence-gain-unsure = Выигрыш прогноза пока может быть случайным (p { $p }): понаблюдайте, прежде чем на него опираться.
evidence-unproven-test = За { $span } не видно, чтобы «{ $checkpoint }» шёл впереди «{ $terminal }»: так же сильно совпали бы и не связанные показатели (p { $p }). Пока это так, промах по нему ничего не говорит о конечном KPI.
evidence-unproven-gain = Проверка находит связь «{ $checkpoint }» с «{ $terminal }», но прогноз от неё не выигрывает: на значениях, которых он не видел, квадрат ошибки меняется на { $gain }. Полагаться на такую реперную точку рано.
evidence-unproven-steady = «{ $checkpoint }» и «{ $terminal }» связаны, но в первой и второй половине истории — в разные стороны. Полагаться на такую реперную точку рано.
evidence-unproven-tame = Проверка видит связь «{ $checkpoint }» с «{ $terminal }», но держится она на немногих выбросах: если подтянуть { $n ->
    [one] { $n } крайнее значение
    [few] { $n } крайних значения
   *[other] { $n } крайних значений
} к обычным, от связи ничего не остаётся. Полагаться на эту реперную точку рано.
evidence-says-reversed = «{ $checkpoint }» не ведёт к «{ $terminal }», а следует за ним: сначала меняется конечный KPI, потом реперный. Когда промах виден по реперному, он уже случился.
evidence-no-figures = У «{ $checkpoint }» и «{ $terminal }» нет показаний за одни и те же периоды: судить не о чем.
evidence-too-few = У «{ $checkpoint }» и «{ $terminal }» общих показаний — { $n }, а для суждения нужно не меньше { $need }. Это не значит, что связи нет: её пока нельзя увидеть.
evidence-constant = Один из показателей не меняется, поэтому ничего не может ни предсказать, ни подтвердить.
evidence-tested = Одновременно проверено связей: { $count }; вероятности пересчитаны на все.
evidence-filled = Пропущенных показаний: { $count }; на их месте — прямая между соседними.
evidence-row-n = Общих периодов
evidence-row-span = Период
evidence-row-rhythm = Ритм
evidence-row-lags = Проверены опережения
evidence-row-lag = Сильнейшее опережение
evidence-row-correlation = Взаимная корреляция после отбеливания
evidence-row-together = То же в одном периоде
evidence-row-granger = Тест Грейнджера
evidence-row-reverse = Тест в обратную сторону
evidence-row-p = p с поправкой на все связи
evidence-row-p-reverse = p в обратную сторону, с поправкой
evidence-row-gain = Выигрыш прогноза вне выборки
evidence-row-effect = Эффект
evidence-row-halves = Эффект по половинам
evidence-row-tame = Без выбросов
evidence-tame = подтянуто значений: { $n }, p { $p }, эффект { $effect }
evidence-row-series = Ряды
evidence-stepped = взяты разности: хотя бы один ряд блуждает
evidence-levelled = остатки от прямой и сезона
evidence-wander = ADF p { $adf }, KPSS p { $kpss }
evidence-granger = F({ $df1 }; { $df2 }) = { $f }, p { $p }; собственных лагов { $own }, чужих { $order }
evidence-gain = { $share } (Кларк — Уэст p { $p }; прогнозов { $n })
evidence-interval = { $estimate } [{ $low }; { $high }]
forecast-too-few = Прогноза нет: показаний за полные периоды — { $n }, нужно не меньше { $need }.
forecast-constant = Прогноза нет: показатель ни разу не менялся.
forecast-no-target = Прогноза нет: впереди нет целевого значения.
forecast-too-far = Прогноза нет: до цели { $ahead }, а история — только { $n }; так далеко она не говорит.
forecast-reading = К { $date } ожидается { $mean }; с вероятностью { $level } — от { $low } до { $high }. Цель { $target } с учётом допуска будет достигнута с вероятностью { $probability }.
forecast-way = Способ — { $way }: из испытанных ({ $tried }) он меньше всех ошибался на значениях, которых не видел. Его интервал накрыл { $coverage } из них.
forecast-leading = Учтены реперные KPI: { $names }.
forecast-way-Naive = последнее значение
forecast-way-Seasonal-naive = значение сезон назад
forecast-way-Drift = последнее значение и средний шаг
forecast-way-Mean = среднее
forecast-way-Theta = тета-метод
forecast-way-Regression = регрессия на реперные KPI
detect-seen = За { $time } изменение на { $change } станет видно с вероятностью { $power }.
detect-unseen = За { $time } изменение на { $change } едва ли удастся отличить от обычных колебаний: вероятность увидеть его — { $power }. Заметно было бы изменение на { $least }.
detect-needs = Чтобы увидеть его с вероятностью { $wished }, нужно { $steps }.
detect-never = Увидеть его с вероятностью { $wished } не удастся и за вдесятеро больший срок.
store-closed = Показание «{ $kpi }» за { $date } изменить нельзя: всё по { $until } закрыто. Открыть период может тот, кто вправе утверждать.
seen-season = Сезон виден: на него приходится { $share } колебаний вокруг тренда.
seen-no-season = Сезона не видно.
seen-shift = С { $date } уровень другой: было в среднем { $before }, стало { $after }.
seen-unusual = { $date }: { $value } — выбивается из ряда, ожидалось около { $expected }.
seen-calm = За { $span } ни сдвига уровня, ни выбивающихся значений.
fact-evidence = Свидетельство
fact-forecast = Прогноз
fact-detectable = Будет ли заметно
word-forecast = прогноз
course-title = Что видно в истории
judged-not-yet = Свидетельства и прогноз считаются; обновите страницу через несколько секунд.
judged-figures = Показания, на которых это основано
forecast-tried = Какие способы испытаны
forecast-col-way = Способ
forecast-col-error = Средняя ошибка
forecast-col-relative = К последнему значению
evidence-analyst = Для аналитика
evidence-better = Что ещё шло впереди
evidence-searched = Поиск среди всех измеряемых показателей: { $n } пар, вероятности пересчитаны на все (Бенджамини — Йекутиели).
evidence-by-lag = Корреляции отбеленных рядов по сдвигам, { $n } периодов
evidence-lag-day = Опережение, дней
evidence-lag-week = Опережение, недель
evidence-lag-month = Опережение, месяцев
evidence-lag-quarter = Опережение, кварталов
evidence-lag-year = Опережение, лет
history-title = Показание за { $date }
history-about = Всё, что было известно об этом дне: действует последнее значение, прежние остаются рядом.
history-number = №
history-imported = Когда стало известно (UTC)
history-by = Кто внёс
history-confirmed = Подтверждено
figure-revised = уточнено
figure-loose = не подтверждено
figures-earlier = Более ранние
figures-confirm = Подтвердить эти показания
close-title = Закрытие периода
close-none = Ни один период не закрыт.
close-until = Показания по { $n } включительно закрыты и не меняются.
close-label = Закрыть по день
close-help = Показания по этот день нельзя будет изменить, пока период не откроют: пустое поле открывает всё.
close-do = Сохранить
close-ahead = { $date } ещё впереди: закрыть можно только прошедшее.
audit-what-confirm = подтверждение показаний
audit-what-close = закрытие периода
control-points = { $figure } п. п.
evidence-row-p-value = p { $p }
cli-evidence = Показывает, ведут ли реперные KPI к конечным: вывод о каждой связи
cli-evidence-search = Искать среди всех показателей, что шло впереди конечных
cli-evidence-no-links = Ни один реперный KPI не назван ведущим к конечному.
cli-evidence-none-led = Ничто из измеряемого не шло впереди конечных KPI.
cli-forecast = Прогноз показателя к дню цели и вероятность её достичь
cli-forecast-kpi = идентификатор KPI; без него — все конечные
cli-forecast-unknown = KPI «{ $id }» нет.
