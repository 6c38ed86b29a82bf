using CecSim.Client.Agents;

namespace CecSim.Client;

/// <summary>
/// CEC, real or simulated. It fetches the access token, keeps it for all its customers and renews it; one client does
/// for a whole application, and any number of callers may use it at once. It holds nothing that would have to be
/// disposed of.
/// </summary>
public sealed class CecClient
{
    private readonly CecSender _sender;

    /// <summary>Speaks through one HTTP client.</summary>
    /// <param name="http">
    /// It needs no base address and no headers. Its own timeout must be longer than
    /// <see cref="CecClientOptions.PollTimeout"/>; the default of 100 s is.
    /// </param>
    /// <param name="options">Where CEC is, and the credentials.</param>
    /// <param name="time">The clock of tokens, timeouts and pauses; null for the machine's.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names all that is.</exception>
    public CecClient(HttpClient http, CecClientOptions options, TimeProvider? time = null)
        : this(() => http, options, time) => ArgumentNullException.ThrowIfNull(http);

    /// <summary>
    /// Speaks through an HTTP client that it asks for before each request, for example
    /// <c>() =&gt; factory.CreateClient("cec")</c> of an <c>IHttpClientFactory</c>. So tokens outlive handlers.
    /// </summary>
    /// <param name="http">Is asked for each request, by many threads at once.</param>
    /// <param name="options">Where CEC is, and the credentials.</param>
    /// <param name="time">The clock of tokens, timeouts and pauses; null for the machine's.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names all that is.</exception>
    public CecClient(Func<HttpClient> http, CecClientOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _sender = new CecSender(http, options, time ?? TimeProvider.System);
    }

    /// <summary>
    /// A customer, who calls and writes. No request is sent: the ccmessaging-token is fetched with the first that
    /// needs it, and then kept and renewed. Keep the customer as long as it calls or writes.
    /// </summary>
    /// <param name="identity">Who, and through which channel.</param>
    /// <exception cref="ArgumentException">The identity is wrong; the message names all that is.</exception>
    public CecCustomer Customer(CecCustomerIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        identity.Validate();
        return new CecCustomer(_sender, identity);
    }

    /// <summary>All agents of the tenant space with their phones (queryAgentInfo, Connection Bar 5.2).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public async Task<CecAgentList> QueryAgentsAsync(CancellationToken cancellationToken = default)
    {
        // The documents spell the path in two ways; this is the one of the current Chinese and the older English pages.
        var request = new CecRequest(HttpMethod.Get, "apiaccess/CC-Mangemant/v1/queryAgentInfo")
        {
            Timeout = _sender.Options.RequestTimeout,
            HasResultCode = false,
        };
        return AgentReading.Read(await _sender.AskAsync(request, null, cancellationToken).ConfigureAwait(false));
    }
}
