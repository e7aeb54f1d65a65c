# Слова этого семейства вопросов.
stats-regress = от чего зависит отклик
stats-opt-formula = модель, как в R: comments ~ reach * type + poly(hour, 2)
stats-opt-errors = какие ошибки допускать
stats-errors-classic = классические
stats-errors-hc0 = устойчивые, HC0
stats-errors-hc1 = устойчивые, HC1
stats-errors-hc2 = устойчивые, HC2
stats-errors-hc3 = устойчивые, HC3
stats-errors-cluster = по кластерам
stats-opt-cluster = столбцы кластеров
stats-opt-weights = столбец весов
stats-opt-time = столбец времени
stats-opt-seed = зерно случайности
