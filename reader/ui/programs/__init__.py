"""Other programs that the screen has work done by: none of them ever writes on it or holds it up."""
