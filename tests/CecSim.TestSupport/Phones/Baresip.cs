using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace CecSim.Tests;

/// <summary>baresip, a softphone that was not written here: its own SIP, ICE, DTLS-SRTP and PCMU.</summary>
internal sealed class Baresip : IAsyncDisposable
{
    /// <summary>G.722, as its accounts name it.</summary>
    public const string Wideband = "G722/16000/1";

    private const string Modules = "/usr/lib/baresip/modules";
    private const int SamplesPerSecond = 8_000;
    private const int HeaderBytes = 44;
    private const int RateAt = 24;

    private static readonly string[] ModuleNames =
        ["stdio", "g711", "g722", "aubridge", "aufile", "stun", "ice", "srtp", "dtls_srtp", "sndfile"];

    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private Baresip(DirectoryInfo folder, Process process)
    {
        _folder = folder;
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <param name="account">Its line in the file of accounts, without the proxy.</param>
    /// <param name="command">What it does first, as one would type it.</param>
    /// <param name="hertz">The pitch of what it says.</param>
    public static Baresip Start(
        IPEndPoint proxy, string transport, string account, string? command = null, int hertz = 440)
    {
        var folder = Directory.CreateTempSubdirectory("baresip-");
        var tone = Path.Combine(folder.FullName, "tone.wav");

        // It sends nothing of a file whose rate is not the codec's.
        var rate = account.Contains(Wideband, StringComparison.Ordinal) ? 2 * SamplesPerSecond : SamplesPerSecond;
        File.WriteAllBytes(tone, ToneOf(seconds: 60, hertz, rate));
        Write("accounts", $"{account};outbound=\"sip:{proxy};transport={transport}\"\n");
        Write("contacts", "");
        Write("config", ConfigWith(tone));
        string[] first = command is null ? [] : ["-e", command];
        string[] arguments = ["-f", folder.FullName, "-v", .. first];
        var start = new ProcessStartInfo("baresip", arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new Baresip(folder, Started(start));

        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
    }

    /// <summary>Goes on once it has said that; fails with all that it said when it does not.</summary>
    public async Task SaysAsync(string text)
    {
        var said = new StringBuilder();
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token, TestContext.Current.CancellationToken);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(ends.Token))
            {
                said.AppendLine(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what it said.
        }

        Assert.Fail($"baresip never said '{text}':\n{said}");
    }

    /// <summary>What it has heard so far, 16 bits at 8,000 Hz: of wideband each second sample.</summary>
    public short[] Heard()
    {
        if (_folder.GetFiles("*-dec.wav").MaxBy(f => f.Name) is not { } file)
        {
            return [];
        }

        using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        if (bytes.Length <= HeaderBytes)
        {
            return [];
        }

        var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(HeaderBytes, (bytes.Length - HeaderBytes) & ~1));
        var step = BitConverter.ToInt32(bytes, RateAt) / SamplesPerSecond;
        var heard = new short[samples.Length / step];
        for (var i = 0; i < heard.Length; i++)
        {
            heard[i] = samples[i * step];
        }

        return heard;
    }

    /// <summary>Does what it is told, as one would type it: <c>/dial URI</c>, <c>/hold</c>, <c>/hangup</c>.</summary>
    public void Command(string command)
    {
        _process.StandardInput.Write(command + "\n");
        _process.StandardInput.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        // Asked politely it may wait for what will not come.
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("baresip is missing: ./test.sh installs baresip-core.", e);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }

    private static string ConfigWith(string tone) => string.Join(
        '\n',
        [
            "sip_listen 0.0.0.0:0",
            "rtcp_mux yes",
            "audio_player aubridge,nil",
            "snd_path .",
            $"audio_source aufile,{tone}",
            "audio_alert aubridge,nil",
            $"module_path {Modules}",
            .. ModuleNames.Select(m => $"module {m}.so"),
            "module_tmp uuid.so",
            "module_tmp account.so",
            "module_app menu.so",
            "",
        ]);

    // 16 bits, one channel.
    private static byte[] ToneOf(int seconds, int hertz, int rate)
    {
        var count = seconds * rate;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (count * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(count * 2);
        for (var i = 0; i < count; i++)
        {
            writer.Write((short)(12_000 * Math.Sin(2 * Math.PI * hertz * i / rate)));
        }

        return file.ToArray();
    }
}
