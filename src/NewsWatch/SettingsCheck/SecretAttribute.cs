namespace NewsWatch.SettingsCheck;

/// <summary>A setting that is never shown, only whether it is set. Names with Password, Secret, Token or Key need no such mark.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
