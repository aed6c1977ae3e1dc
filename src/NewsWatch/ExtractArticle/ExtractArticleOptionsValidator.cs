using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsWatch.ExtractArticle;

/// <summary>Checks the ranges of <see cref="ExtractArticleOptions"/>; a failure is one line that names the key.</summary>
internal sealed class ExtractArticleOptionsValidator : IValidateOptions<ExtractArticleOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExtractArticleOptions options)
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage!));
    }
}
