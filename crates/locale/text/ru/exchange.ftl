# Выгрузка в файлы и загрузка из них.
exchange-part-date = день
exchange-part-value = значение
exchange-part-what = что делается
exchange-part-owner = кто выполняет
exchange-part-within = за какое время

exchange-sheet-about = Отдел в целом
exchange-sheet-targets = Цели по KPI
exchange-sheet-figures = Показания KPI
exchange-col-id = id
exchange-col-table = Таблица
exchange-col-field = Поле
exchange-col-value = Значение
exchange-col-kpi = KPI
exchange-col-kpi-id = KPI, id
exchange-col-unit = Единица
exchange-col-date = Дата
exchange-col-target = Цель
exchange-col-reading = Показание
exchange-col-file = Файл
exchange-col-row = Строка
exchange-col-synthetic = Синтетическое
exchange-col-imported = Загружено

exchange-event-action = Мероприятие
exchange-event-checkpoint = Реперная точка
exchange-event-terminal = Конечный KPI

exchange-error-row = строка { $row }: { $problem }
exchange-error-cell = строка { $row }, «{ $column }»: { $problem }
exchange-not-number = «{ $value }» не читается как число
exchange-not-date = «{ $value }» не читается как дата
exchange-not-truth = «{ $value }» — ни «да», ни «нет»
exchange-not-length = «{ $value }» не читается как срок; напишите, например, 30 мин, 4 ч, 2 дня или 1 нед
exchange-not-tolerance = «{ $value }» — не число и не процент
exchange-not-marks = «{ $value }» не читается как цели; напишите, например, 31.03.2026: 60; 30.06.2026: 45
exchange-not-levels = «{ $value }» не читается как компетенции; напишите, например, Регрессия: 4; Слушание: 3
exchange-not-id = «{ $value }» не годится как id: нужны строчные буквы, цифры, «_» и «-», и чтобы он не был занят
exchange-not-word = «{ $value }» не подходит; можно: { $words }
exchange-unknown = «{ $value }» ({ $kind }) в отделе нет
exchange-unknown-near = «{ $value }» ({ $kind }) в отделе нет; возможно, имелось в виду «{ $near }»
exchange-ambiguous = «{ $value }» ({ $kind }) — не один такой; укажите id
exchange-twice = о том же элементе уже говорит строка { $row }
exchange-nameless = у новой строки нет названия
exchange-half = день и значение нужны вместе
exchange-long = слишком длинный текст
