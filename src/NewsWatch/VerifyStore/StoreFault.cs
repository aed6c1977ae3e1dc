namespace NewsWatch.VerifyStore;

/// <summary>Something in the stores that cannot be right.</summary>
/// <param name="Record">The record at fault: a blob's name, or an article's or agreement's id after its kind.</param>
/// <param name="What">What is wrong with it, as a person would say it.</param>
/// <param name="Repair">What mends it; null where nothing safely does.</param>
/// <param name="IsRepaired">True where that was done.</param>
public sealed record StoreFault(string Record, string What, string? Repair, bool IsRepaired);
