using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CecSim.Aspire;

/// <summary>What the dashboard offers for a server: the control API's commands that people want at hand.</summary>
internal static class CecSimCommands
{
    public const string Reset = "reset";
    public const string Advance = "advance";
    public const string ArmFault = "arm-fault";

    public const string Space = "space";
    public const string By = "by";
    public const string Fault = "fault";

    public static IResourceBuilder<CecSimResource> AddTo(IResourceBuilder<CecSimResource> cec)
    {
        var server = cec.Resource;
        return cec
            .WithCommand(
                Reset,
                "Reset",
                context => OnSpacesAsync(server, context, async (space, _, ends) =>
                {
                    await space.ResetAsync(cancellationToken: ends).ConfigureAwait(false);
                    return "begins anew";
                }),
                Options(
                    "Lets a space begin anew: its time, users, calls, faults, journal and findings.",
                    "ArrowReset",
                    AskForSpace()))
            .WithCommand(
                Advance,
                "Advance",
                context => OnSpacesAsync(server, context, async (space, by, ends) =>
                {
                    var clock = await space.AdvanceAsync(by, ends).ConfigureAwait(false);
                    return string.Create(CultureInfo.InvariantCulture, $"it is {clock.Now:O}");
                }, By),
                Options(
                    "Lets time pass in a space at once.",
                    "FastForward",
                    Ask(By, "How much time", "10s, 5m, 1h or PT10M.", required: true, value: "10s"),
                    AskForSpace()))
            .WithCommand(
                ArmFault,
                "Arm a fault",
                context => OnSpacesAsync(server, context, async (space, fault, ends) =>
                {
                    var armed = await space.ArmFaultAsync(fault, ends).ConfigureAwait(false);
                    return string.Create(CultureInfo.InvariantCulture, $"fault {armed.Id} is armed");
                }, Fault),
                Options(
                    "Has a space break on purpose, in the words of a scenario file.",
                    "Flash",
                    Ask(
                        Fault,
                        "The fault, as JSON",
                        "Where it strikes, when, and what it does.",
                        required: true,
                        value: """{"at":"getClickToCallEvents","when":{"nth":1},"inject":{"status":503}}"""),
                    AskForSpace()));
    }

    private static CommandOptions Options(string description, string icon, params InteractionInput[] arguments) => new()
    {
        Description = description,
        IconName = icon,
        Arguments = arguments,
        UpdateState = context => context.ResourceSnapshot.HealthStatus == HealthStatus.Healthy
            ? ResourceCommandState.Enabled
            : ResourceCommandState.Disabled,
    };

    private static InteractionInput AskForSpace() =>
        Ask(Space, "Space", "The space's name; empty for all of them.", required: false, value: null);

    private static InteractionInput Ask(string name, string label, string description, bool required, string? value) =>
        new()
        {
            Name = name,
            Label = label,
            Description = description,
            InputType = InputType.Text,
            Required = required,
            Value = value,
        };

    private static async Task<ExecuteCommandResult> OnSpacesAsync(
        CecSimResource server,
        ExecuteCommandContext context,
        Func<SpaceControl, string, CancellationToken, Task<string>> doAsync,
        string? argument = null)
    {
        try
        {
            using var control = server.OpenControl();
            var value = argument is null ? "" : ValueOf(context, argument);
            var names = ValueOf(context, Space) is { Length: > 0 } named
                ? [named]
                : (await control.ListSpacesAsync(context.CancellationToken).ConfigureAwait(false)).Select(s => s.Name);
            var told = new List<string>();
            foreach (var name in names)
            {
                var came = await doAsync(control.Space(name), value, context.CancellationToken).ConfigureAwait(false);
                told.Add($"{name}: {came}");
            }

            return CommandResults.Success(string.Join("; ", told));
        }
        catch (Exception e) when (e is ControlProblemException or HttpRequestException or JsonException)
        {
            return CommandResults.Failure(e.Message);
        }
    }

    private static string ValueOf(ExecuteCommandContext context, string argument) =>
        context.Arguments.TryGetByName(argument, out var input) ? input.Value ?? "" : "";
}
