"""Stream: the Faust apps around the pure core; the only room that knows Faust."""
