namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>The watch list cannot be read or written; the message is one line that names it and says what to do.</summary>
public sealed class WatchListException(string message, Exception? inner = null) : Exception(message, inner);
