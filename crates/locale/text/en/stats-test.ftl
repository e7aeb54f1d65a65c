# Test.
