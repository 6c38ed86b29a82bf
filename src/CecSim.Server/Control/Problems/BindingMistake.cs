using System.Text.RegularExpressions;

namespace CecSim.Server.Control.Problems;

/// <summary>
/// What does not fit in a request, said by its place and name: the framework's own sentences name types of the program,
/// which help nobody outside.
/// </summary>
internal static partial class BindingMistake
{
    public static string TextOf(BadHttpRequestException refused) => refused.InnerException switch
    {
        JsonException json => TextOf(json),
        _ when Parameter().Match(refused.Message) is { Success: true } match =>
            $"{match.Groups["name"]}: '{match.Groups["value"]}' is not {KindOf(match.Groups["type"].Value)}.",
        _ when Missing().Match(refused.Message) is { Success: true } match => $"{match.Groups["name"]} is missing.",
        _ when NamesType(refused.Message) => "The body is missing, or not as control.json describes it.",
        _ => refused.Message,
    };

    private static string TextOf(JsonException json) => json.Message switch
    {
        var text when Unknown().Match(text) is { Success: true } match =>
            $"The JSON property '{match.Groups["name"].Value}' is unknown here.",
        var text when Required().Match(text) is { Success: true } match =>
            $"{PlaceOf(json)} lacks {match.Groups["names"].Value.TrimEnd('.')}.",
        var text when NotNull().Match(text) is { Success: true } match =>
            $"{PlaceOf(json)}: '{CamelCase(match.Groups["name"].Value)}' may not be null.",
        var text when NamesType(text) => $"{PlaceOf(json)} is not of the kind that control.json names.",
        var text => text,
    };

    private static string PlaceOf(JsonException json) => json.Path is null or "$" ? "The body" : $"{json.Path}";

    private static string KindOf(string type) => type.TrimEnd('?') switch
    {
        "int" or "long" or "ulong" => "a whole number",
        "double" => "a number",
        "bool" => "true or false",
        "DateTimeOffset" => "a time such as 2026-01-05T09:00:00Z",
        _ => "what it must be",
    };

    private static bool NamesType(string text) =>
        text.Contains("CecSim.", StringComparison.Ordinal) || text.Contains("System.", StringComparison.Ordinal)
        || text.Contains("parameter \"", StringComparison.Ordinal)
        || text.Contains(" type '", StringComparison.Ordinal);

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex("parameter \"(?<type>[^ \"]+) (?<name>[^\"]+)\" from \"(?<value>.*)\"", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("parameter \"[^ \"]+ (?<name>[^\"]+)\" was not provided")]
    private static partial Regex Missing();

    [GeneratedRegex("property '(?<name>.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: (?<names>[^.]*)")]
    private static partial Regex Required();

    [GeneratedRegex("'(?<name>[^']*)' on type '.*' doesn't allow null")]
    private static partial Regex NotNull();
}
