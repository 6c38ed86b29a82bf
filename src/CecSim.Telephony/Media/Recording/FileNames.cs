namespace CecSim.Telephony.Media.Recording;

/// <summary>Names from outside, as parts of file names.</summary>
public static class FileNames
{
    private const int LengthMax = 60;

    /// <summary>Letters, digits, hyphens and underscores as they are; anything else becomes an underscore.</summary>
    public static string Safe(string name) => string.Concat(
        name.Take(LengthMax).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
