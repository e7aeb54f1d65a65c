//! Rows and columns out of CSV and XLSX, whatever their dialect
