using System.IO.Enumeration;

namespace CecSim.Simulation;

/// <summary>Patterns with <c>*</c> for any text and <c>?</c> for any one character.</summary>
internal static class Glob
{
    /// <summary>Whether a pattern covers a text, all of it.</summary>
    public static bool Covers(string pattern, string text, bool ignoreCase = false) =>
        text.Length == 0
            ? pattern.All(c => c == '*') // .NET's own finds that nothing covers nothing.
            : FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}
