"""How good the extraction is: precision, recall and F1 against gold annotations, with bootstrap intervals."""
