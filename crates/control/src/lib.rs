//! KPIs: measurements, how they are read against targets, how they are imported
