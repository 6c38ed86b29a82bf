using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Faults;

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>Asks who may have the bar: the enterprise's API where the space names one, else the built-in one.</summary>
internal sealed class ThirdPartyValidator(EnterpriseApi api)
{
    private const string WrongToken =
        $"the built-in validator knows only the access_token {BarSettings.DemoAccessToken}";

    public async Task<ValidationOutcome> ValidateAsync(VendorExchange exchange, ValidationRequest asked)
    {
        var settings = exchange.Space.Settings.ConnectionBar;
        foreach (var (fault, random) in exchange.Space.Faults.Strike(CecOperation.ThirdPartyValidate))
        {
            var target = new ValidationFaultTarget(exchange, random);
            await fault.InjectAsync(target);
            if (target.Outcome is { } outcome)
            {
                return outcome;
            }
        }

        return settings.ValidateUrl is { } url
            ? await exchange.AskAsync(
                () => api.AskAsync(url, settings, asked, exchange.Aborted), VendorJson.Default.ValidationOutcome)
            : AskBuiltIn(asked);
    }

    private static ValidationOutcome AskBuiltIn(ValidationRequest asked) =>
        asked.AccessToken == BarSettings.DemoAccessToken
            ? ValidationOutcome.Valid
            : ValidationOutcome.Refused("validate failed", WrongToken);
}
