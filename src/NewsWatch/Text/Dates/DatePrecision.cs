namespace NewsWatch.Text.Dates;

/// <summary>How much of a date the page gave.</summary>
public enum DatePrecision
{
    /// <summary>Day, time and zone: the offset is the page's own.</summary>
    Zoned,

    /// <summary>Day and time without a zone: the offset is zero for want of a better one.</summary>
    Local,

    /// <summary>A day: midnight, offset zero.</summary>
    Day,
}
