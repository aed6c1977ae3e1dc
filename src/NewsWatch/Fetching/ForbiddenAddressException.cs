namespace NewsWatch.Fetching;

/// <summary>A name led to no address that may be connected to. Comes out of an <see cref="HttpClient"/> as the inner exception.</summary>
/// <param name="message">One line that names the host and what it resolved to.</param>
public sealed class ForbiddenAddressException(string message) : Exception(message);
