namespace CecSim.Tests;

/// <summary>
/// linphonec, the console of Linphone, as a desk phone with an account: its own SIP over UDP and its own media engine
/// with PCMU, and files for a sound card.
/// </summary>
internal sealed class Linphone : IAsyncDisposable
{
    private readonly ConsolePhone _console;

    private Linphone(ConsolePhone console) => _console = console;

    private FileInfo Recording => new(Path.Combine(_console.Folder.FullName, "heard.wav"));

    /// <summary>Registers, and picks up each call by itself.</summary>
    /// <param name="hertz">The pitch of what it says.</param>
    public static Linphone Start(IPEndPoint registrar, string user, string password, int hertz)
    {
        var folder = Directory.CreateTempSubdirectory("linphone-");

        // Without a place for its database it opens no ports.
        folder.CreateSubdirectory(Path.Combine(".local", "share", "linphone"));
        var tone = Path.Combine(folder.FullName, "tone.wav");
        File.WriteAllBytes(tone, Wave.ToneOf(seconds: 60, hertz));
        var settings = Path.Combine(folder.FullName, "linphonerc");
        File.WriteAllText(settings, SettingsOf(registrar, user, password));
        var phone = new Linphone(ConsolePhone.Start(folder, "linphonec", "linphone-cli", ["-c", settings, "-a"]));
        phone._console.Type("soundcard use files");
        phone._console.Type($"play {tone}");
        phone._console.Type($"record {phone.Recording.FullName}");
        return phone;
    }

    /// <summary>What it has heard so far, at 8,000 Hz.</summary>
    public short[] Heard() => Recording is { Exists: true } file ? Wave.Read(file) : [];

    /// <summary>Does what it is told, as one would type it: <c>pause</c>, <c>terminate</c>.</summary>
    public void Command(string command) => _console.Type(command);

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    // At another rate than the file's it says nothing: no Opus.
    private static string SettingsOf(IPEndPoint registrar, string user, string password) =>
        $"""
        [sip]
        sip_port=-1
        sip_tcp_port=-1
        sip_tls_port=-1
        default_proxy=0
        register_only_when_network_is_up=0

        [proxy_0]
        reg_proxy=<sip:{registrar};transport=udp>
        reg_identity=sip:{user}@{registrar.Address}
        reg_sendregister=1
        publish=0

        [auth_info_0]
        username={user}
        passwd={password}

        [rtp]
        audio_rtp_port=-1

        [video]
        capture=0
        display=0

        [audio_codec_0]
        mime=opus
        rate=48000
        channels=2
        enabled=0

        [audio_codec_1]
        mime=PCMU
        rate=8000
        channels=1
        enabled=1

        """;
}
