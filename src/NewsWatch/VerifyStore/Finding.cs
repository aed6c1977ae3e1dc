namespace NewsWatch.VerifyStore;

/// <summary>Something that a check found wrong, and what would mend it.</summary>
/// <param name="Record">See <see cref="StoreFault.Record"/>.</param>
/// <param name="What">See <see cref="StoreFault.What"/>.</param>
/// <param name="How">What mends it, in words; null where nothing safely does.</param>
/// <param name="Mend">Mends it; null where nothing safely does.</param>
internal sealed record Finding(string Record, string What, string? How = null, Func<CancellationToken, Task>? Mend = null)
{
    /// <summary>Mends it where that is asked for and safe.</summary>
    public async Task<StoreFault> ToFaultAsync(bool repair, CancellationToken cancellation)
    {
        if (repair && Mend is not null)
            await Mend(cancellation);
        return new(Record, What, How, repair && Mend is not null);
    }
}
