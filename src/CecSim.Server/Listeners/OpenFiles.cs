using System.Globalization;

namespace CecSim.Server.Listeners;

/// <summary>How many files this process may have open, connections among them.</summary>
internal static class OpenFiles
{
    private const string LimitsFile = "/proc/self/limits";

    /// <summary>The runtime raises its own limit, on macOS to OPEN_MAX.</summary>
    private const long MaxOnMacOs = 10_240;

    /// <summary>Where a system sets no limit that is known, more than connections ever are.</summary>
    public static long Max =>
        OperatingSystem.IsMacOS() ? MaxOnMacOs
        : File.Exists(LimitsFile) ? MaxIn(File.ReadAllLines(LimitsFile))
        : int.MaxValue;

    /// <summary>How many connections each listener of SIP may have, of which there are up to four.</summary>
    public static int SipConnectionsMax => (int)Math.Clamp(Max / 40, 1, 1_000);

    /// <param name="limits">As proc(5) has them: a name, the limit in force, the highest that may be set.</param>
    internal static long MaxIn(IEnumerable<string> limits) =>
        limits.FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
        && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var inForce, ..]
        && long.TryParse(inForce, NumberStyles.None, CultureInfo.InvariantCulture, out var max)
            ? max
            : int.MaxValue;
}
