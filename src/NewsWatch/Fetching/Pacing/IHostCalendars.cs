namespace NewsWatch.Fetching.Pacing;

/// <summary>The calendar of every host, for all who must agree on it: this process, or every process on the same store.</summary>
internal interface IHostCalendars
{
    /// <summary>True where another process may change a calendar, and every change costs an operation of the store.</summary>
    bool AreShared { get; }

    /// <summary>Changes a host's calendar as if nobody else did meanwhile; of several times that the change is applied, the last counts.</summary>
    /// <param name="host">Name of the host, in lower case.</param>
    /// <param name="change">Gives the calendar after, the very same for no change, and an answer.</param>
    /// <param name="cancellation">Stops waiting; the change may be made nevertheless.</param>
    /// <exception cref="Storage.StorageUnavailableException">The store cannot be reached, read or written.</exception>
    ValueTask<T> ChangeAsync<T>(string host, Func<HostCalendar, (HostCalendar After, T Answer)> change, CancellationToken cancellation);
}
