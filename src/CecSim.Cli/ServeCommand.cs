using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using CecSim.Server;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;
using CecSim.Telephony.Media;
using Microsoft.Extensions.Logging;

namespace CecSim.Cli;

/// <summary><c>cecsim serve</c>: reads the scenarios, listens, and says so.</summary>
internal static class ServeCommand
{
    private static readonly Option<string[]> Scenarios = new("--scenario")
    {
        Description = "A scenario file or a folder of them; may be repeated. Each file is a space of its own.",
        HelpName = "FILE|DIR",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen, separated by semicolons. Loopback only unless another address is named here.",
        HelpName = "URL",
        DefaultValueFactory = _ => CecSimArgs.DefaultUrl,
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

    private static readonly Option<int> MediaPort = new("--media-port")
    {
        Description = "The UDP port of all calls' media; 0 for any free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => MediaSettings.DefaultPort,
    };

    private static readonly Option<IPAddress> MediaBind = new("--media-bind")
    {
        Description = "The address to take media and softphones on.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = AddressOf,
    };

    private static readonly Option<IPAddress[]> MediaAdvertise = new("--media-advertise")
    {
        Description = "The addresses that browsers are told; by default those that are bound.",
        HelpName = "ADDRESS",
        CustomParser = result => [.. result.Tokens.Select(t => Parse(t.Value, result)).OfType<IPAddress>()],
    };

    private static readonly Option<int?> SipPort = new("--sip-port")
    {
        Description = "A port for SIP over UDP and TCP, where softphones register; none unless given.",
        HelpName = "PORT",
    };

    private static readonly Option<bool> NoBasis = new("--no-basis")
    {
        Description = "Leave out the headers X-CecSim-Basis and X-CecSim-Why.",
    };

    private static readonly Option<LogLevel> Log = new("--log")
    {
        Description = "How much to log.",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => LogLevel.Warning,
    };

    public static Command Create()
    {
        foreach (var port in (Option<int>[])[HttpsPort, MediaPort])
        {
            port.Validators.Add(result => Require(result, port, p => p is >= 0 and <= 65_535, "0 to 65535"));
        }

        SipPort.Validators.Add(
            result => Require(result, SipPort, p => p is null or (>= 0 and <= 65_535), "0 to 65535"));
        Rate.Validators.Add(result => Require(
            result,
            Rate,
            r => r is >= ClockSettings.RateMin and <= ClockSettings.RateMax,
            string.Create(CultureInfo.InvariantCulture, $"{ClockSettings.RateMin} to {ClockSettings.RateMax}")));
        var command = new Command("serve", "Starts a CEC. Without a scenario, a demo space answers at once.")
        {
            Scenarios, Urls, HttpsPort, ProfileName, Seed, Rate,
            MediaPort, MediaBind, MediaAdvertise, SipPort, NoBasis, Log,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (SpaceLoading.Load(parsed.GetValue(Scenarios) ?? []) is not { } spaces)
        {
            return Task.FromResult(ExitCodes.WrongInput);
        }

        var profile = parsed.GetValue(ProfileName) is { } name ? Profile.Find(name) : null;
        var seed = parsed.GetValue(Seed);
        return Serving.RunAsync(
            new CecSimArgs
            {
                Spaces = [.. spaces.Select(s => s with { Profile = profile ?? s.Profile, Seed = seed ?? s.Seed })],
                Urls = parsed.GetValue(Urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries),
                HttpsPort = parsed.GetValue(HttpsPort),
                Clock = ClockSettings.RealTime with { Rate = parsed.GetValue(Rate) },
                Media = new MediaSettings
                {
                    Port = parsed.GetValue(MediaPort),
                    BindAddress = parsed.GetValue(MediaBind)!,
                    AdvertisedAddresses = parsed.GetValue(MediaAdvertise) ?? [],
                },
                SipPort = parsed.GetValue(SipPort),
                TellsBasis = !parsed.GetValue(NoBasis),
                LogLevel = parsed.GetValue(Log),
            },
            cancellationToken);
    }

    private static IPAddress AddressOf(ArgumentResult result) =>
        Parse(result.Tokens[0].Value, result) ?? IPAddress.None;

    private static IPAddress? Parse(string text, ArgumentResult result)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        result.AddError($"'{text}' is no IP address.");
        return null;
    }

    private static void Require<T>(OptionResult result, Option<T> option, Func<T, bool> isValid, string range)
    {
        if (!isValid(result.GetValueOrDefault<T>()!))
        {
            result.AddError($"{option.Name} must be {range}.");
        }
    }
}
