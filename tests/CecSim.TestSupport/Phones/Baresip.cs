namespace CecSim.Tests;

/// <summary>baresip, a softphone that was not written here: its own SIP, ICE, DTLS-SRTP and PCMU.</summary>
internal sealed class Baresip : IAsyncDisposable
{
    /// <summary>G.722, as its accounts name it.</summary>
    public const string Wideband = "G722/16000/1";

    private const string Modules = "/usr/lib/baresip/modules";

    private static readonly string[] ModuleNames =
        ["stdio", "g711", "g722", "aubridge", "aufile", "stun", "ice", "srtp", "dtls_srtp", "sndfile"];

    private readonly ConsolePhone _console;

    private Baresip(ConsolePhone console) => _console = console;

    /// <param name="account">Its line in the file of accounts, without the proxy.</param>
    /// <param name="command">What it does first, as one would type it.</param>
    /// <param name="hertz">The pitch of what it says.</param>
    public static Baresip Start(
        IPEndPoint proxy, string transport, string account, string? command = null, int hertz = 440)
    {
        var folder = Directory.CreateTempSubdirectory("baresip-");
        var tone = Path.Combine(folder.FullName, "tone.wav");

        // It sends nothing of a file whose rate is not the codec's.
        var isWide = account.Contains(Wideband, StringComparison.Ordinal);
        File.WriteAllBytes(
            tone, Wave.ToneOf(seconds: 60, hertz, isWide ? 2 * Wave.SamplesPerSecond : Wave.SamplesPerSecond));
        Write("accounts", $"{account};outbound=\"sip:{proxy};transport={transport}\"\n");
        Write("contacts", "");
        Write("config", ConfigWith(tone));
        string[] first = command is null ? [] : ["-e", command];
        string[] arguments = ["-f", folder.FullName, "-v", .. first];
        return new Baresip(ConsolePhone.Start(folder, "baresip", "baresip-core", arguments));

        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
    }

    /// <summary>Goes on once it has said that; fails with all that it said when it does not.</summary>
    public Task SaysAsync(string text) => _console.SaysAsync(text);

    /// <summary>What it has heard so far, at 8,000 Hz.</summary>
    public short[] Heard() =>
        _console.Folder.GetFiles("*-dec.wav").MaxBy(f => f.Name) is { } file ? Wave.Read(file) : [];

    /// <summary>Does what it is told, as one would type it: <c>/dial URI</c>, <c>/hold</c>, <c>/hangup</c>.</summary>
    public void Command(string command) => _console.Type(command);

    public ValueTask DisposeAsync() => _console.DisposeAsync();

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
}
