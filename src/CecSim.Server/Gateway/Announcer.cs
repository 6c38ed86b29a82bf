using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using CecSim.Simulation.Ivr;
using CecSim.Telephony.Media.Clips;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Gateway;

/// <summary>
/// Makes what queues and IVR flows say: of the phrases that ship, of files, and else by espeak-ng, where it is
/// installed.
/// </summary>
internal sealed partial class Announcer(ILogger<Announcer> log, TimeProvider real)
{
    /// <summary>More are made anew each time.</summary>
    private const int KeptMax = 1_000;

    /// <summary>How long a text may take to be spoken; one that takes longer is a tone.</summary>
    private static readonly TimeSpan SpokenWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ToneTime = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<Sound, Announcement> _kept = new();

    /// <summary>The program that speaks.</summary>
    public string Synthesizer { get; init; } = "espeak-ng";

    /// <returns>One behind the other; null for nothing at all.</returns>
    public async Task<Announcement?> MakeAsync(IReadOnlyList<Sound> sounds)
    {
        var made = new List<Announcement>();
        foreach (var sound in sounds)
        {
            if (!_kept.TryGetValue(sound, out var announcement))
            {
                announcement = await MakeAsync(sound);
                if (_kept.Count < KeptMax)
                {
                    _kept[sound] = announcement;
                }
            }

            made.Add(announcement);
        }

        return made is [var only] ? only : Announcement.Join(made);
    }

    private async Task<Announcement> MakeAsync(Sound sound)
    {
        switch (sound)
        {
            case Sound.Speech { Text: var text } when SpokenText.PhrasesOf(text) is { } phrases:
                return Announcement.Join(phrases.Select(SpokenClips.Of))!;
            case Sound.Speech { Text: var text }:
                return await SpeakAsync(text);
            case Sound.Recording { Path: var path }:
                return await ReadAsync(path);
            default:
                return Beep();
        }
    }

    private async Task<Announcement> ReadAsync(string path)
    {
        try
        {
            return SoundFile.Read(await File.ReadAllBytesAsync(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException
            or InvalidDataException)
        {
            LogUnreadable(log, path, unreadable.Message);
            return Beep();
        }
    }

    private async Task<Announcement> SpeakAsync(string text)
    {
        // The text by standard input: one that begins with a dash would be taken for an option.
        var voice = text.Any(c => c >= '\u3400') ? "cmn" : "en";
        var start = new ProcessStartInfo(Synthesizer, ["--stdin", "--stdout", "-v", voice, "-s", "150"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.BeginErrorReadLine();
            try
            {
                return SoundFile.Read(await HearAsync(process, text).WaitAsync(SpokenWithin, real));
            }
            finally
            {
                process.Kill();
            }
        }
        catch (Exception missing)
            when (missing is Win32Exception or IOException or InvalidDataException or TimeoutException)
        {
            LogUnspoken(log, text, Synthesizer, missing.Message);
            return Beep();
        }
    }

    private static async Task<byte[]> HearAsync(Process process, string text)
    {
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        using var wave = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(wave);
        return wave.ToArray();
    }

    private static Announcement Beep()
    {
        var samples = new short[(int)(ToneTime.TotalSeconds * Announcement.SamplesPerSecond)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * 440 * i / Announcement.SamplesPerSecond));
        }

        return new Announcement(samples);
    }

    [LoggerMessage(
        LogLevel.Warning, "A caller hears a tone in the place of \"{Text}\": {Program} cannot say it: {Why}")]
    private static partial void LogUnspoken(ILogger log, string text, string program, string why);

    [LoggerMessage(LogLevel.Warning, "A caller hears a tone in the place of {File}, which cannot be played: {Why}")]
    private static partial void LogUnreadable(ILogger log, string file, string why);
}
