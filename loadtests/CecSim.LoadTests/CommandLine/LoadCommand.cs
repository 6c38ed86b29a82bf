using System.CommandLine;
using System.ComponentModel;
using CecSim.Scenarios;
using Spectre.Console;

namespace CecSim.LoadTests.CommandLine;

/// <summary><c>cecsim-load PROFILE</c>.</summary>
internal static class LoadCommand
{
    /// <summary>The exit code where an argument makes no sense.</summary>
    public const int WrongInput = 2;

    private const int Missed = 1;
    private const int WidthOfAFile = 140;

    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = "How many begin a second.",
        HelpName = "N",
    };

    private static readonly Option<int?> Held = new("--held")
    {
        Description = "How many clients at once.",
        HelpName = "N",
    };

    private static readonly Option<TimeSpan?> For = new("--for")
    {
        Description = "How long, as in 30s, 5m or PT5M; up to 24h.",
        HelpName = "T",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DurationText.Parse(text, TimeSpan.FromHours(24)) is { } time && time > TimeSpan.Zero)
            {
                return time;
            }

            result.AddError($"--for: '{text}' is no time such as 30s, 5m or PT5M, up to 24h.");
            return null;
        },
    };

    private static readonly Option<bool> Http2 = new("--http2") { Description = "HTTP/2 over TLS." };

    private static readonly Option<int> Runs = new("--runs")
    {
        Description = "How often; ratios are medians.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> NoFloor = new("--no-floor")
    {
        Description = "Without the bare Kestrel app to compare with.",
    };

    private static readonly Option<bool> NoPeers = new("--no-peers")
    {
        Description = "Without WireMock and mountebank, where they are installed.",
    };

    private static readonly Option<bool> NoWarmUp = new("--no-warm-up")
    {
        Description = "Measures a server that has just started.",
    };

    private static readonly Option<bool> NoJournal = new("--no-journal")
    {
        Description = "Starts CecSim without its journal.",
    };

    private static readonly Option<string?> Binary = new("--binary")
    {
        Description = "The native file of cecsim to start, in place of what was built beside this.",
        HelpName = "FILE",
    };

    private static readonly Option<int> LagMax = new("--lag-max")
    {
        Description = "How late the generator may be itself, 99 times in 100, or the run fails.",
        HelpName = "MS",
        DefaultValueFactory = _ => 50,
    };

    private static readonly Option<int> SentMin = new("--sent-min")
    {
        Description = "How many of the packets that are due the generator itself must send, or the run fails.",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => 98,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "A folder for result.json and report.html.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("artifacts", "load"),
    };

    private static readonly Option<string?> Assert = new("--assert")
    {
        Description = "A file of thresholds; the exit code is 1 where one is missed.",
        HelpName = "FILE",
    };

    public static RootCommand Create()
    {
        var root = new RootCommand("Load on CecSim, the floor beneath it and its peers, or on a server of one's own.");
        foreach (var profile in LoadProfiles.All)
        {
            root.Add(CommandOf(profile));
        }

        root.Add(KeepCommand.Create());
        root.Add(RelayCommand.Create());
        return root;
    }

    private static Command CommandOf(ILoadProfile profile)
    {
        var command = new Command(profile.Name, $"{profile.Summary} {TextOf(profile.Defaults)}");
        LoadTarget.AddTo(command);
        Option[] options = [Runs, NoFloor, NoPeers, NoWarmUp, NoJournal, Binary, LagMax, SentMin, Out, Assert];
        foreach (var option in options)
        {
            command.Add(option);
        }

        if (profile.CanSpeakHttp2)
        {
            command.Add(Http2);
        }

        if (profile.Defaults.RatePerSecond is not null)
        {
            command.Add(Rate);
        }

        if (profile.Defaults.Held is not null)
        {
            command.Add(Held);
        }

        if (profile.Defaults.For is not null)
        {
            command.Add(For);
        }

        command.SetAction((parsed, ends) => RunAsync(profile, parsed, ends));
        return command;
    }

    private static async Task<int> RunAsync(ILoadProfile profile, ParseResult parsed, CancellationToken ends)
    {
        try
        {
            var settings = Read(profile, parsed);
            var thresholds = settings.AssertFile is { } file ? ThresholdFile.Read(file) : [];
            ReportFiles.Prepare(settings.Out);
            var console = ConsoleOf();
            var run = new LoadRun(profile, settings, new LineProgress(console));
            var report = await run.RunAsync(CommandLineOf(parsed), ends);
            var checks = ThresholdCheck.Of(thresholds, report);
            ResultTable.Write(console, report, checks);
            await ReportFiles.WriteAsync(settings.Out, report, checks, ends);
            console.WriteLine($"\n{Path.Combine(settings.Out, ReportFiles.HtmlName)}");
            return report.Problems.Count == 0 && checks.All(c => c.IsMet) ? 0 : Missed;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException
            or HttpRequestException or Win32Exception)
        {
            await Console.Error.WriteLineAsync($"cecsim-load: {e.Message}");
            return e is InvalidDataException ? WrongInput : Missed;
        }
    }

    private static LoadSettings Read(ILoadProfile profile, ParseResult parsed) => new()
    {
        Profile = profile.Name,
        Target = LoadTarget.Address(parsed),
        Credentials = LoadTarget.Credentials(parsed),
        ControlKey = LoadTarget.ControlKey(parsed),
        RatePerSecond = Positive("--rate", parsed.GetValue(Rate), profile.Defaults.RatePerSecond),
        Held = (int)Positive("--held", parsed.GetValue(Held), profile.Defaults.Held),
        For = parsed.GetValue(For) ?? profile.Defaults.For ?? default,
        Http2 = parsed.GetValue(Http2),
        Runs = (int)Positive("--runs", parsed.GetValue(Runs), otherwise: null),
        HasFloor = !parsed.GetValue(NoFloor),
        HasPeers = !parsed.GetValue(NoPeers),
        HasWarmUp = !parsed.GetValue(NoWarmUp),
        Journal = !parsed.GetValue(NoJournal),
        Binary = parsed.GetValue(Binary) is { } file ? Existing(file) : null,
        LagMax = TimeSpan.FromMilliseconds(parsed.GetValue(LagMax)),
        SentPercentMin = parsed.GetValue(SentMin),
        Out = parsed.GetValue(Out)!,
        AssertFile = parsed.GetValue(Assert),
    };

    // Colours are for eyes: not in a file, nor in a CI's log.
    private static IAnsiConsole ConsoleOf()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfAFile;
        }

        return console;
    }

    private static string Existing(string file) => File.Exists(file)
        ? Path.GetFullPath(file)
        : throw new InvalidDataException($"{Binary.Name}: there is no file {Path.GetFullPath(file)}.");

    private static double Positive(string option, double? asked, double? otherwise) => (asked ?? otherwise) is not <= 0
        ? asked ?? otherwise ?? 0
        : throw new InvalidDataException($"{option} must be more than 0.");

    private static string TextOf(LoadDefaults defaults) => string.Join(
        ", ",
        new[]
        {
            defaults.RatePerSecond is { } rate ? $"--rate {rate}" : null,
            defaults.Held is { } held ? $"--held {held}" : null,
            defaults.For is { } time ? $"--for {time.TotalSeconds}s" : null,
        }.OfType<string>()) is { Length: > 0 } text ? $"[{text}]" : "";

    // Secrets come from the environment, so that they are not in it; where the report went is nobody else's matter.
    private static string CommandLineOf(ParseResult parsed)
    {
        var words = parsed.Tokens.Select(t => t.Value).ToList();
        if (words.IndexOf(Out.Name) is >= 0 and var at)
        {
            words.RemoveRange(at, count: 2);
        }

        return $"dotnet run -c Release --project loadtests/CecSim.LoadTests -- {string.Join(' ', words)}";
    }
}
