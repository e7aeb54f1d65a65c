# Description.
stats-describe-title = What the columns of { $file } are like
stats-describe-columns = Columns
