using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsWatch.SettingsCheck;

/// <summary>Registers what this folder holds.</summary>
public static class SettingsCheckServices
{
    /// <summary>Refuses at start what no option takes.</summary>
    public static IServiceCollection AddSettingsCheck(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider =>
        {
            var sources = provider.GetServices<SettingsSource>().ToList();
            return new KnownSettings(sources.Select(source => source.Assembly), sources.SelectMany(source => source.Keys));
        });
        services.TryAddSingleton<SettingsChecker>();
        services.AddOptions<CheckedSettings>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckedSettings>, Validator>(
            provider => new(provider.GetRequiredService<SettingsChecker>(), configuration)));
        return services;
    }

    /// <summary>Says that an assembly declares settings.</summary>
    public static IServiceCollection AddSettingsOf(this IServiceCollection services, Assembly assembly, params string[] keys)
        => services.AddSingleton(new SettingsSource(assembly, keys));

    /// <summary>Stands for all settings, so that the host checks them as it does any options.</summary>
    internal sealed class CheckedSettings;

    private sealed class Validator(SettingsChecker checker, IConfiguration configuration) : IValidateOptions<CheckedSettings>
    {
        public ValidateOptionsResult Validate(string? name, CheckedSettings options)
            => checker.Check(configuration) is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
