# Writes nested lists as JSON with 17 digits: named lists as objects, vectors of more than one and unnamed lists as arrays.
json17 <- function(x) {
  quoted <- function(s) paste0("\"", s, "\"")
  if (is.null(x)) return("null")
  if (is.list(x) || length(x) != 1) {
    parts <- vapply(if (is.list(x)) x else as.list(unname(x)), json17, "")
    if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0(quoted(names(x)), ":", parts, collapse = ","), "}"))
    return(paste0("[", paste0(parts, collapse = ","), "]"))
  }
  if (is.na(x)) "null" else if (is.character(x)) quoted(x) else sprintf("%.17g", as.numeric(x))
}
