using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using CecSim.Scenarios.Wording;

namespace CecSim.Scenarios.Shapes;

/// <summary>A zone by its IANA id.</summary>
internal sealed partial class TimeZoneShape() : ScalarShape<TimeZoneInfo>("a time zone")
{
    protected override string Allowed => "an IANA id, as in Europe/Berlin or UTC";

    /// <summary>The pattern keeps out what some machines know and others do not, such as localtime.</summary>
    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeZoneInfo value)
    {
        value = null;
        return text.Length <= 64
            && AreaAndPlace().IsMatch(text)
            && TimeZoneInfo.TryFindSystemTimeZoneById(text, out value)
            && value.Id == text;
    }

    protected override string? Nearest(string text) =>
        text.Length > 64 ? null : Spelling.Nearest(text, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id));

    [GeneratedRegex(@"^(UTC|[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)+)\z")]
    private static partial Regex AreaAndPlace();
}
