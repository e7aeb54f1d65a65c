# Series.
