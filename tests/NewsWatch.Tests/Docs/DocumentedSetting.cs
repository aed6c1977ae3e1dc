using System.Reflection;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Tests.Docs;

/// <summary>A setting as the reference tells it.</summary>
/// <param name="Key">Its key, with <c>NAME</c> where the settings choose a name.</param>
/// <param name="Property">Where it is declared.</param>
/// <param name="Type">Of one value.</param>
/// <param name="Default">What holds where nothing is said.</param>
/// <param name="IsList">True where it takes several values.</param>
internal sealed record DocumentedSetting(string Key, PropertyInfo Property, Type Type, string Default, bool IsList)
{
    /// <summary>The enumeration whose names it takes; null where it takes no such.</summary>
    public Type? Words => Plain is { IsEnum: true } words ? words : null;

    /// <summary>The type behind a nullable one.</summary>
    public Type Plain => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>True for a number or a time, which has bounds.</summary>
    public bool IsMeasured => !IsList && (Plain == typeof(TimeSpan) || (Plain.IsPrimitive && Plain != typeof(bool)));

    /// <summary>What may be written, in words.</summary>
    public string Values
    {
        get
        {
            var one = Words is { } words ? string.Join(", ", Enum.GetNames(words).Select(name => $"`{name}`"))
                : Plain == typeof(bool) ? "true or false"
                : Plain == typeof(TimeSpan) ? "time"
                : Plain == typeof(Uri) ? "address"
                : Plain == typeof(string) ? "text"
                : "number";
            return (IsList ? $"list of {one}" : one) + (SettingsReport.IsSecret(Property) ? ", secret" : "");
        }
    }
}
