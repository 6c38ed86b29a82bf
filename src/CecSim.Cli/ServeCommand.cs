using CecSim.Cli.Telemetry;
using CecSim.Scenarios.Reloading;
using CecSim.Scenarios.Shipped;
using CecSim.Server.Certificates;
using CecSim.Server.Snapshots;
using CecSim.Server.WebConsole;
using CecSim.Simulation.Clock;
using Microsoft.Extensions.Logging;

namespace CecSim.Cli;

/// <summary><c>cecsim serve</c>: reads the scenarios, listens, and says so.</summary>
internal static class ServeCommand
{
    internal const string Ports = "0 to 65535";

    private static readonly Option<string[]> Scenarios = new("--scenario")
    {
        Description = "A scenario file, a folder of them, or one of cecsim's own by its name, as cecsim scenarios "
            + "lists them; may be repeated. Each is a space of its own.",
        HelpName = "NAME|FILE|DIR",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen, separated by semicolons. Loopback only unless another address is named here.",
        HelpName = "URL",
        DefaultValueFactory = _ => CecSimArgs.DefaultListenUrl,
    };

    private static readonly Option<int> HttpsPort = new("--https-port")
    {
        Description = "The port for HTTPS on loopback; 0 for any free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => CecSimArgs.DefaultHttpsPort,
    };

    private static readonly Option<string> ProfileName = new Option<string>("--profile")
    {
        Description = "The CEC version to imitate, whatever the scenarios say.",
    }.AcceptOnlyFromAmong([.. Profile.All.Select(p => p.Name)]);

    private static readonly Option<ulong?> Seed = new("--seed")
    {
        Description = "The seed of every random draw and id, whatever the scenarios say.",
        HelpName = "N",
    };

    private static readonly Option<double> Rate = new("--rate")
    {
        Description = "Seconds of simulated time in one second of real time.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Take over changes of the scenario files while running: calls and faults, for new calls.",
    };

    private static readonly Option<string[]> HostNames = new("--host-name")
    {
        Description = "A name beside this machine's own by which a listener on loopback may be asked for, as that of a "
            + "proxy in front of it or host.docker.internal; may be given several times.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> NoBasis = new("--no-basis")
    {
        Description = "Leave out the headers X-CecSim-Basis, X-CecSim-Why and X-CecSim-Id.",
    };

    private static readonly Option<string> InBrowser = new Option<string>("--console")
    {
        Description = "The console for browsers: on, read to only look, or off for none.",
        DefaultValueFactory = _ => WordOf(ConsoleMode.On),
    }.AcceptOnlyFromAmong([.. Enum.GetValues<ConsoleMode>().Select(WordOf)]);

    private static readonly Option<bool> NoJournal = new("--no-journal")
    {
        Description = "Keep no journal and watch no client, for load runs.",
    };

    private static readonly SecretOption ControlKey = new(
        "control key",
        new Option<string?>("--control-key")
        {
            Description = "What the control API asks for away from loopback, as Authorization: Bearer KEY. Others on " +
                $"this machine can see it here: better --control-key-file or {ServerOptions.KeyVariable}.",
            HelpName = "KEY",
        },
        ServerOptions.KeyVariable);

    private static readonly Option<int> HeldPollsMax = new("--held-polls-max")
    {
        Description = "How many long polls are held at once; more are answered 503.",
        HelpName = "N",
        DefaultValueFactory = _ => new CecSimArgs().HeldPollsMax,
    };

    private static readonly Option<string?> Otlp = new("--otlp")
    {
        Description = "Send metrics and traces to this OpenTelemetry collector, as OTLP over HTTP; without a URL to "
            + $"the one that {OtlpCollector.Variable} names, as the variables of OpenTelemetry say.",
        HelpName = "URL",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Snapshot = new("--snapshot")
    {
        Description = "A space as it stood, as spaces export and snapshots show write it: its time stands at first.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends")
    {
        Description = "End when standard input ends, and so with the program that started it, whatever ends that.",
    };

    private static readonly Option<LogLevel> Log = new("--log")
    {
        Description = "How much to log.",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => LogLevel.Warning,
    };

    public static Command Create()
    {
        Scenarios.CompletionSources.Add([.. ShippedScenarios.Names]);
        HttpsPort.Validators.Add(result => Require(result, HttpsPort, IsPort, Ports));
        Urls.Validators.Add(result => Require(
            result, Urls, u => u!.Trim(';', ' ').Length > 0, $"addresses such as {CecSimArgs.DefaultUrl}"));
        Rate.Validators.Add(result => Require(
            result,
            Rate,
            r => r is >= ClockSettings.RateMin and <= ClockSettings.RateMax,
            string.Create(CultureInfo.InvariantCulture, $"{ClockSettings.RateMin} to {ClockSettings.RateMax}")));
        HeldPollsMax.Validators.Add(result => Require(result, HeldPollsMax, n => n > 0, "at least 1"));
        Otlp.Validators.Add(result => Require(
            result, Otlp, url => url is null || IsWebAddress(url), "an address such as http://127.0.0.1:4318"));
        var command = new Command("serve", "Starts a CEC. Without a scenario, a demo space answers at once.")
        {
            Scenarios, Urls, HostNames, HttpsPort, ProfileName, Seed, Rate, Watch, NoBasis, NoJournal, HeldPollsMax,
            InBrowser, Snapshot, Otlp, UntilInputEnds, Log,
        };
        PersistOptions.AddTo(command);
        ControlKey.AddTo(command);
        ProxyOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Watch)
                && (result.GetValue(Scenarios) ?? []).All(s => ShippedScenarios.Names.Contains(s) && !Path.Exists(s)))
            {
                result.AddError("Name what to watch with --scenario FILE|DIR.");
            }
        });
        MediaOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static string[] UrlsOf(ParseResult parsed) => parsed.GetValue(Urls)!
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Whoever names the default's place for something else means that, and has not asked for two.
    private static int? HttpsPortOf(ParseResult parsed) =>
        parsed.GetResult(HttpsPort) is null or { Implicit: true }
        && UrlsOf(parsed).Any(u => u.TrimEnd('/').EndsWith($":{CecSimArgs.DefaultHttpsPort}", StringComparison.Ordinal))
            ? null
            : parsed.GetValue(HttpsPort);

    internal static bool IsPort(int number) => number is >= 0 and <= 65_535;

    private static bool IsWebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    internal static void Require<T>(OptionResult result, Option<T> option, Func<T, bool> isValid, string range)
    {
        try
        {
            if (isValid(result.GetValueOrDefault<T>()!))
            {
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // Not even of the type: the parser says so only when nobody has asked for the value.
        }

        result.AddError($"{option.Name} must be {range}.");
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal;
        var (key, complaint) = ControlKey.Read(parsed);
        if (complaint is not null)
        {
            return terminal.Refuse(complaint);
        }

        var collector = parsed.GetResult(Otlp) is null ? null : OtlpCollector.Of(parsed.GetValue(Otlp));
        if (collector is { Url: null } && string.IsNullOrEmpty(terminal.Variable(OtlpCollector.Variable)))
        {
            return terminal.Refuse($"Name the collector: --otlp URL, or {OtlpCollector.Variable}.");
        }

        var (hep, unfound) = await MediaOptions.FindHepAsync(parsed, cancellationToken);
        if (unfound is not null)
        {
            return terminal.Refuse(unfound);
        }

        var (snapshot, unread) = await SnapshotOf(parsed, cancellationToken);
        if (unread is not null)
        {
            return terminal.Refuse(unread);
        }

        var paths = parsed.GetValue(Scenarios) ?? [];
        var watch = parsed.GetValue(Watch) ? ScenarioWatch.Start(paths) : null;
        if (SpaceLoading.Load(paths, watch, terminal) is not { } spaces)
        {
            return ExitCodes.WrongInput;
        }

        var profile = parsed.GetValue(ProfileName) is { } name ? Profile.Find(name) : null;
        var seed = parsed.GetValue(Seed);
        SpaceSettings Settle(SpaceSettings space) =>
            space with { Profile = profile ?? space.Profile, Seed = seed ?? space.Seed };
        if (snapshot is not null)
        {
            spaces = paths.Length == 0 ? [] : [.. spaces.Where(s => s.Name != snapshot.Space.Name)];
        }

        var args = new CecSimArgs
        {
            Spaces = [.. spaces.Select(Settle), .. snapshot is null ? [] : new[] { snapshot.Space }],
            Urls = UrlsOf(parsed),
            HostNames = parsed.GetValue(HostNames) ?? [],
            HttpsPort = HttpsPortOf(parsed),
            PublicUrl = ProxyOptions.PublicUrlOf(parsed),
            TrustedProxies = ProxyOptions.TrustedOf(parsed),
            Clock = ClockSettings.RealTime with { Rate = parsed.GetValue(Rate) },
            TellsBasis = !parsed.GetValue(NoBasis),
            ControlKey = key,
            Journal = !parsed.GetValue(NoJournal),
            Console = Enum.Parse<ConsoleMode>(parsed.GetValue(InBrowser)!, ignoreCase: true),
            HeldPollsMax = parsed.GetValue(HeldPollsMax),
            Persist = PersistOptions.Of(parsed),
            LogLevel = parsed.GetValue(Log),
            CertificateFolder = LocalAuthority.FolderOf(terminal.Variable),
        };
        var openInput = parsed.GetValue(UntilInputEnds) ? terminal.OpenInput : null;
        return await Serving.RunAsync(
            MediaOptions.Settle(args, parsed) with { Hep = hep },
            watch,
            Settle,
            snapshot,
            collector,
            openInput,
            terminal,
            cancellationToken);
    }

    private static async Task<(SnapshotFile? Snapshot, string? Complaint)> SnapshotOf(
        ParseResult parsed, CancellationToken ends)
    {
        if (parsed.GetValue(Snapshot) is not { } file)
        {
            return (null, null);
        }

        try
        {
            return (SnapshotFile.Parse(await File.ReadAllTextAsync(file, ends)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
        catch (InvalidDataException e)
        {
            return (null, $"{file}: {e.Message}");
        }
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
