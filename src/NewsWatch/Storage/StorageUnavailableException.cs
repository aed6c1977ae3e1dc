namespace NewsWatch.Storage;

/// <summary>A store cannot be reached or written; the message is one line that names the folder or address and what to do.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
