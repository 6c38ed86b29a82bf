using CecSim.Simulation.Commands;

namespace CecSim.Server.Persistence;

/// <summary>A space as its log has it.</summary>
/// <param name="Commands">In the order in which they came.</param>
/// <param name="SoundBytes">How much of the file is sound.</param>
/// <param name="TornBytes">How much of its end was written by half.</param>
/// <param name="Damage">Where it is damaged, in a sentence; null when it is sound.</param>
internal sealed record StoredSpace(
    string Path,
    SpaceOrigin Origin,
    IReadOnlyList<RecordedCommand> Commands,
    long SoundBytes,
    long TornBytes,
    string? Damage)
{
    /// <returns>The space, or why not even its origin can be read.</returns>
    public static (StoredSpace? Space, string? Complaint) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (HeadOf(bytes, out var at) is not { } head)
        {
            return (null, $"{path}, line 1: it is no origin of a space that this build can read.");
        }

        var commands = new List<RecordedCommand>();
        string? damage = null;
        for (var line = 2; at < bytes.Length; line++)
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            var command = length < 0
                ? null
                : LogLine.Read(bytes.AsSpan(at, length), LogJson.Default.RecordedCommand);
            if (command is null)
            {
                // A process that was killed leaves at most its last write by half, of which nothing was acknowledged.
                damage = HasSoundLine(bytes, at, length)
                    ? $"{path}, line {line}: it is not as it was written, and sound lines come after it."
                    : null;
                break;
            }

            commands.Add(command);
            at += length + 1;
        }

        return (new StoredSpace(path, head.Origin, commands, at, bytes.Length - at, damage), null);
    }

    private static LogHead? HeadOf(byte[] bytes, out int next)
    {
        var length = Array.IndexOf(bytes, (byte)'\n');
        next = length + 1;
        return length < 0 ? null
            : LogLine.Read(bytes.AsSpan(0, length), LogJson.Default.LogHead) is { Format: LogHead.CurrentFormat } head
                ? head
                : null;
    }

    private static bool HasSoundLine(byte[] bytes, int at, int length)
    {
        while (length >= 0)
        {
            at += length + 1;
            length = bytes.AsSpan(at).IndexOf((byte)'\n');
            if (length >= 0 && LogLine.Read(bytes.AsSpan(at, length), LogJson.Default.RecordedCommand) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
