//! What the parts of the server share: the world behind its lock, and the way to the client.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinSet;
use tower_lsp::Client;
use tower_lsp::lsp_types::{ConfigurationItem, MessageType};

use crate::base::cancel::CancelToken;
use crate::io::{FileTexts, Tickets};
use crate::lsp::activity::{Activity, Busy};
use crate::lsp::capabilities::Profile;
use crate::lsp::index::Indexer;
use crate::lsp::publish::Outbox;
use crate::lsp::pull::Pulls;
use crate::lsp::uris::Uris;
use crate::lsp::{driver, index, parent, publish, settings};
use crate::state::{Event, Settings, Snapshot, World};

/// How long the client may take to answer a request of ours.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers that are computed at a time: the pool also reads and writes the pipes, and must not be full.
const ANSWERS: usize = 32;

/// One client's session.
#[derive(Debug)]
pub(super) struct Session {
    /// Locked for microseconds and never across an `await`.
    world: Mutex<World>,
    client: Client,
    profile: OnceLock<Profile>,
    pub uris: Uris,
    pub tickets: Tickets,
    pub activity: Activity,
    pub outbox: Outbox,
    pub pulls: Pulls,
    pub indexer: Indexer,
    pub reads: driver::Reads,
    pub answers: Semaphore,
    settings: Mutex<Layers>,
    says: mpsc::UnboundedSender<(String, Busy)>,
    said: Mutex<Option<mpsc::UnboundedReceiver<(String, Busy)>>>,
    /// The revision that was last settled by a reader.
    settled: AtomicU64,
    started: AtomicBool,
    shut_down: AtomicBool,
    /// Set when the session ends: background loops look at it.
    pub over: CancelToken,
    ending: watch::Sender<bool>,
    tasks: Mutex<JoinSet<()>>,
}

/// Where the settings come from, each kept by itself.
#[derive(Debug, Default)]
struct Layers {
    file: Settings,
    client: Value,
}

impl Session {
    pub fn new(client: Client) -> Arc<Self> {
        let (says, said) = mpsc::unbounded_channel();
        Arc::new(Self {
            world: Mutex::new(World::new(Arc::new(FileTexts))),
            client,
            profile: OnceLock::new(),
            uris: Uris::default(),
            tickets: Tickets::default(),
            activity: Activity::new(),
            outbox: Outbox::default(),
            pulls: Pulls::default(),
            indexer: Indexer::default(),
            reads: driver::Reads::default(),
            answers: Semaphore::new(ANSWERS),
            settings: Mutex::default(),
            says,
            said: Mutex::new(Some(said)),
            settled: AtomicU64::new(u64::MAX),
            started: AtomicBool::new(false),
            shut_down: AtomicBool::new(false),
            over: CancelToken::default(),
            ending: watch::Sender::new(false),
            tasks: Mutex::default(),
        })
    }

    /// Starts the tasks that live as long as the session.
    pub fn begin_tasks(self: &Arc<Self>) {
        self.spawn(publish::run(self.clone()));
        self.spawn(index::run(self.clone()));
        let said = locked(&self.said).take();
        if let Some(mut said) = said {
            let client = self.client.clone();
            self.spawn(async move {
                while let Some((message, _busy)) = said.recv().await {
                    client.log_message(MessageType::WARNING, message).await;
                }
            });
        }
    }

    /// The client introduced itself. Only the first time counts.
    pub fn introduce(self: &Arc<Self>, params: &Value) {
        let profile = Profile::of(params);
        if self.profile.set(profile.clone()).is_err() {
            return;
        }
        locked(&self.settings).client = profile.options;
        self.configure();
        if let Some(process) = profile.process {
            self.spawn(parent::watch(self.clone(), process));
        }
    }

    /// The client has our answer: its folders are read now. Only the first time counts.
    pub fn start(self: &Arc<Self>) {
        if self.started.swap(true, Ordering::Relaxed) {
            return;
        }
        for root in &self.profile().roots {
            index::add(self, root);
        }
        index::watch_when_read(self);
        self.ask_for_settings();
    }

    /// Whether messages about documents count: between `initialize` and `shutdown`.
    pub fn is_running(&self) -> bool {
        self.profile.get().is_some() && !self.was_shut_down()
    }

    /// What the client can do; that of a client that can nothing before it says so.
    pub fn profile(&self) -> &Profile {
        static NONE: OnceLock<Profile> = OnceLock::new();
        self.profile.get().unwrap_or_else(|| NONE.get_or_init(Profile::default))
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Lets one thing happen, and has done what the world asks for in return.
    pub fn apply(self: &Arc<Self>, event: Event) {
        let effects = self.with_world(|world| world.apply(event));
        driver::run(self, effects);
    }

    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.with_world(World::snapshot)
    }

    /// Tells the world what a reader has folded, once a revision.
    pub fn settle(self: &Arc<Self>, snapshot: &Snapshot) {
        let Some(event) = snapshot.settled() else { return };
        let revision = snapshot.revision().0;
        if self.settled.swap(revision, Ordering::Relaxed) != revision {
            self.apply(event);
        }
    }

    /// Says something in the log and to the person.
    pub fn say(&self, message: impl Into<String>) {
        let message = message.into();
        tracing::warn!("{message}");
        // The receiver is gone only at the end of the session.
        let _ = self.says.send((message, self.activity.begin()));
    }

    /// The settings of the folder's file are these now.
    pub fn configure_file(self: &Arc<Self>, file: Settings) {
        locked(&self.settings).file = file;
        self.configure();
    }

    /// The client sends new settings, or says that they have changed.
    pub fn configure_client(self: &Arc<Self>, section: &Value) {
        if section.is_null() {
            self.ask_for_settings();
        } else {
            locked(&self.settings).client = section.clone();
            self.configure();
        }
    }

    /// Runs a task until the session ends.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = locked(&self.tasks);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }

    /// The client asks us to shut down: it will want the exit status of a clean end.
    pub fn shut_down(&self) {
        self.shut_down.store(true, Ordering::Relaxed);
    }

    pub fn was_shut_down(&self) -> bool {
        self.shut_down.load(Ordering::Relaxed)
    }

    /// Ends the session as the end of input does.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }

    /// Turns true when the session is to end.
    pub fn ending(&self) -> watch::Receiver<bool> {
        self.ending.subscribe()
    }

    /// Stops whatever still runs in the background.
    pub fn stop(&self) {
        self.over.cancel();
        locked(&self.tasks).abort_all();
    }

    fn configure(self: &Arc<Self>) {
        let (settings, problems) = {
            let layers = locked(&self.settings);
            settings::merged(&layers.file, &layers.client)
        };
        for problem in problems {
            self.say(problem);
        }
        self.apply(Event::Configured(settings));
    }

    /// Asks the client for its settings, where it can be asked; nothing waits for the answer.
    fn ask_for_settings(self: &Arc<Self>) {
        if !self.profile().configuration {
            return;
        }
        let session = self.clone();
        let busy = self.activity.begin();
        self.spawn(async move {
            let _busy = busy;
            let item = ConfigurationItem { scope_uri: None, section: Some("dateline".to_owned()) };
            let asked = tokio::time::timeout(PATIENCE, session.client.configuration(vec![item]));
            if let Ok(Ok(values)) = asked.await
                && let Some(section) = values.first()
                && !section.is_null()
            {
                session.configure_client(section);
            }
        });
    }

    /// Runs `work` on the world. A world that was left half changed must not answer any more: a panic
    /// in here ends the process.
    fn with_world<T>(&self, work: impl FnOnce(&mut World) -> T) -> T {
        let mut world = locked(&self.world);
        catch_unwind(AssertUnwindSafe(|| work(&mut world))).unwrap_or_else(|_| {
            tracing::error!("the world is broken: leaving");
            std::process::abort()
        })
    }
}

/// Reads parameters of a message, by reference.
pub(super) fn parsed<T: DeserializeOwned>(params: Option<&Value>) -> Result<T, serde_json::Error> {
    T::deserialize(params.unwrap_or(&Value::Null))
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
