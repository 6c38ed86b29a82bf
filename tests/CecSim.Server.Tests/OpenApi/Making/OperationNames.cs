using System.Text.RegularExpressions;

namespace CecSim.Server.Tests.OpenApi.Making;

/// <summary>What a path says of itself.</summary>
internal static partial class OperationNames
{
    /// <summary>As in <c>post-spaces-spaceName-polls-id-release</c>: the same for ever, and unique.</summary>
    public static string Of(string method, string path)
    {
        var words = Words().Matches(Constraints().Replace(path, "")).Skip(1).Select(m => m.Value);
        return $"{method.ToLowerInvariant()}-{string.Join('-', words)}";
    }

    public static IEnumerable<string> ParametersOf(string path) =>
        Parameters().Matches(path).Select(m => m.Groups[1].Value).Reverse();

    /// <summary>Whether a part of it must be a number, and the route is none where it is not.</summary>
    public static bool HasConstraint(string path) => Constraints().IsMatch(path);

    [GeneratedRegex(":[a-z]+")]
    private static partial Regex Constraints();

    [GeneratedRegex("[A-Za-z_]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{([A-Za-z]+)")]
    private static partial Regex Parameters();
}
