/** Made by `npm run api:types` from the service’s own document. Do not edit. */
export interface paths {
  "/api/public/reports/{code}": {
    /** Tra cứu tiến độ một phản ánh theo mã */
    get: {
      parameters: {
        query?: {
          /** @description default vi */
          lang?: "vi" | "en";
        };
        path: {
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description HN- and eight symbols */
              code: string;
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              category: string | null;
              ward: string | null;
              agency: string | null;
              agencyGloss: string | null;
              /** Format: date-time */
              receivedAt: string;
              dueAt: string | null;
              /** @description what is waited for: passing on, the answer, the sender’s reply, their word on the result */
              dueKind: "accept" | "answer" | "reply" | "confirm" | null;
              clock: ({
                /** Format: date-time */
                startedAt: string;
                /** @description time allowed, extensions included */
                minutes: number;
                /** @description minutes of extensions */
                extended: number;
                /** @description which hours count */
                hours: "working" | "24x7";
              }) | null;
              overdue: boolean;
              /** @description the report this one was merged into */
              main: {
                code: string;
                stateLabel: string;
              } | null;
              /** @description latest first; empty for categories whose answers only the sender reads */
              answers: ({
                  round: number;
                  /** @description false once the report was reopened */
                  stands: boolean;
                  agency: string;
                  text: string;
                  /** Format: date-time */
                  givenAt: string;
                  noEvidence: string | null;
                  photos: ({
                      id: number;
                      address: string;
                      thumbnail: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                  documents: ({
                      id: number;
                      address: string;
                      thumbnail: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                })[];
              answersHidden: boolean;
              history: ({
                  /** Format: date-time */
                  at: string;
                  event: string;
                  agency: string | null;
                  from: string | null;
                  dueAt: string | null;
                  added: ("photos" | "place" | "words")[];
                  reason: string | null;
                  into: string | null;
                })[];
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/places": {
    /** Phường, xã mà một tên gọi (kể cả tên cũ, không dấu) có thể chỉ tới */
    get: {
      parameters: {
        query: {
          q: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description unknown: the text names no place of Hà Nội; the others are all to be confirmed by a person */
              certainty: "named" | "old-name" | "ambiguous" | "unknown";
              /** @description likeliest first */
              candidates: {
                  code: string;
                  /** @description phường Láng */
                  name: string;
                  /** @description one line, Vietnamese */
                  why: string;
                }[];
              /** @description the question to the citizen */
              sentence: string;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/wards/at": {
    /** Phường, xã tại một vị trí */
    get: {
      parameters: {
        query: {
          latitude: number;
          longitude: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              kind: "inside" | "guess" | "outside";
              ward: {
                code: string;
                /** @description phường Láng */
                name: string;
              } | null;
              /** @description wards to choose from: near a border, or where we only guess */
              offered: {
                  code: string;
                  /** @description phường Láng */
                  name: string;
                }[];
              /** @description true only when the point is outside Hà Nội beyond doubt */
              outside: boolean;
              by: "outlines" | "nearest-centre";
              /** @description for the citizen, Vietnamese */
              sentence: string;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/history-digests": {
    /** Mã tổng hợp hằng ngày của nhật ký xử lý, để ai cũng kiểm tra được nhật ký có bị sửa về sau hay không */
    get: {
      parameters: {
        query?: {
          /** @description ngày ở Hà Nội, dạng 2026-10-31 */
          from?: string;
          /** @description ngày ở Hà Nội, dạng 2026-10-31 */
          to?: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description ngày ở Hà Nội, dạng 2026-10-31 */
              from: string;
              /** @description ngày ở Hà Nội, dạng 2026-10-31 */
              to: string;
              items: {
                  /** @description ngày ở Hà Nội, dạng 2026-10-31 */
                  day: string;
                  /** @description số dòng lịch sử */
                  rows: number;
                  /** @description SHA-256 */
                  digest: string;
                  previousDigest: string;
                  /** Format: date-time */
                  madeAt: string;
                }[];
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/reports": {
    /** Các phản ánh được công khai, kèm kết quả */
    get: {
      parameters: {
        query?: {
          /** @description mã phường, xã */
          ward?: string;
          /** @description lĩnh vực (GT-01) hoặc nhóm (GT) */
          category?: string;
          /** @description open: đang xử lý; answered: đã có kết quả; closed: đã đóng */
          state?: "open" | "answered" | "closed";
          /** @description các từ cần tìm, có dấu hay không dấu */
          q?: string;
          /** @description vĩ độ,kinh độ: gần nhất trước; nếu không thì mới nhất trước */
          near?: string;
          /** @description `next` của trang trước */
          cursor?: string;
          limit?: number;
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  code: string;
                  category: {
                    code: string;
                    name: string;
                  } | null;
                  group: {
                    code: string;
                    name: string;
                  } | null;
                  ward: {
                    code: string;
                    name: string;
                  } | null;
                  /** @enum {unknown} */
                  state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
                  /** @enum {unknown} */
                  stateGroup: "open" | "answered" | "closed";
                  stateLabel: string;
                  /** @description đầu lời phản ánh, đã che thông tin cá nhân */
                  excerpt: string;
                  /** @description nơi xảy ra; nhà riêng thì chỉ tên đường */
                  place: string | null;
                  latitude: number | null;
                  longitude: number | null;
                  /** @description đúng: là giữa ô khoảng 100 m, vì là nhà riêng */
                  rounded: boolean;
                  /** Format: date-time */
                  receivedAt: string;
                  /** @description ai đang giữ, một câu */
                  holder: string;
                  due: {
                    /** Format: date-time */
                    at: string;
                    words: string;
                  } | null;
                  overdue: boolean;
                  thumbnailUrl: string | null;
                  /** @description số người cùng phản ánh hoặc theo dõi, không kể người gửi */
                  followers: number;
                  answered: ({
                    /** Format: date-time */
                    at: string;
                    excerpt: string;
                    thumbnailUrl: string | null;
                  }) | null;
                })[];
              next: string | null;
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/map": {
    /** Phản ánh được công khai trong khung bản đồ, gộp thành cụm khi nhiều */
    get: {
      parameters: {
        query: {
          /** @description tây,nam,đông,bắc theo độ */
          bbox: string;
          /** @description mức phóng của bản đồ nền */
          zoom: number;
          /** @description lĩnh vực (GT-01) hoặc nhóm (GT) */
          category?: string;
          /** @description open: đang xử lý; answered: đã có kết quả; closed: đã đóng */
          state?: "open" | "answered" | "closed";
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              total: number;
              /** @description nhiều nhất trước */
              clusters: {
                  latitude: number;
                  longitude: number;
                  count: number;
                  states: {
                    open: number;
                    answered: number;
                    /** @description trong số open */
                    overdue: number;
                  };
                }[];
              /** @description phản ánh đứng riêng, tối đa 200 */
              reports: ({
                  code: string;
                  category: {
                    code: string;
                    name: string;
                  } | null;
                  group: {
                    code: string;
                    name: string;
                  } | null;
                  ward: {
                    code: string;
                    name: string;
                  } | null;
                  /** @enum {unknown} */
                  state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
                  /** @enum {unknown} */
                  stateGroup: "open" | "answered" | "closed";
                  stateLabel: string;
                  /** @description đầu lời phản ánh, đã che thông tin cá nhân */
                  excerpt: string;
                  /** @description nơi xảy ra; nhà riêng thì chỉ tên đường */
                  place: string | null;
                  latitude: number | null;
                  longitude: number | null;
                  /** @description đúng: là giữa ô khoảng 100 m, vì là nhà riêng */
                  rounded: boolean;
                  /** Format: date-time */
                  receivedAt: string;
                  /** @description ai đang giữ, một câu */
                  holder: string;
                  due: {
                    /** Format: date-time */
                    at: string;
                    words: string;
                  } | null;
                  overdue: boolean;
                  thumbnailUrl: string | null;
                  /** @description số người cùng phản ánh hoặc theo dõi, không kể người gửi */
                  followers: number;
                  answered: ({
                    /** Format: date-time */
                    at: string;
                    excerpt: string;
                    thumbnailUrl: string | null;
                  }) | null;
                })[];
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/published/{code}": {
    /** Một phản ánh được công khai: lời, ảnh, nơi xảy ra, diễn biến, kết quả */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
        path: {
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              category: {
                code: string;
                name: string;
              } | null;
              group: {
                code: string;
                name: string;
              } | null;
              ward: {
                code: string;
                name: string;
              } | null;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              /** @enum {unknown} */
              stateGroup: "open" | "answered" | "closed";
              stateLabel: string;
              /** @description đầu lời phản ánh, đã che thông tin cá nhân */
              excerpt: string;
              /** @description nơi xảy ra; nhà riêng thì chỉ tên đường */
              place: string | null;
              latitude: number | null;
              longitude: number | null;
              /** @description đúng: là giữa ô khoảng 100 m, vì là nhà riêng */
              rounded: boolean;
              /** Format: date-time */
              receivedAt: string;
              /** @description ai đang giữ, một câu */
              holder: string;
              due: {
                /** Format: date-time */
                at: string;
                words: string;
              } | null;
              overdue: boolean;
              thumbnailUrl: string | null;
              /** @description số người cùng phản ánh hoặc theo dõi, không kể người gửi */
              followers: number;
              answered: ({
                /** Format: date-time */
                at: string;
                excerpt: string;
                thumbnailUrl: string | null;
              }) | null;
              /** @description lời phản ánh, đã che thông tin cá nhân */
              text: string;
              /** Format: date-time */
              publishedAt: string;
              agency: string | null;
              /** @description ảnh của người gửi, sau khi cán bộ đã xem và cho công khai */
              photos: ({
                  id: number;
                  url: string;
                  thumbnailUrl: string | null;
                  width: number;
                  height: number;
                  bytes: number;
                })[];
              /** @description mới nhất trước */
              answers: ({
                  round: number;
                  /** @description sai khi phản ánh đã được mở lại sau câu trả lời này */
                  stands: boolean;
                  agency: string;
                  text: string;
                  /** Format: date-time */
                  givenAt: string;
                  noEvidence: string | null;
                  photos: ({
                      id: number;
                      url: string;
                      thumbnailUrl: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                  documents: ({
                      id: number;
                      url: string;
                      thumbnailUrl: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                })[];
              /** @description cũ nhất trước */
              timeline: {
                  /** Format: date-time */
                  at: string;
                  event: string;
                  text: string;
                }[];
              /** @description trang công khai, để chia sẻ */
              page: string;
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/reports/{code}/photos/{id}": {
    /** Ảnh được công khai */
    get: {
      parameters: {
        path: {
          code: string;
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/reports/{code}/evidence/{id}": {
    /** Minh chứng của câu trả lời: ảnh, hoặc PDF để tải về */
    get: {
      parameters: {
        path: {
          code: string;
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/reports/{code}/photos/{id}/thumbnail": {
    /** Ảnh thu nhỏ được công khai */
    get: {
      parameters: {
        path: {
          code: string;
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/reports/{code}/evidence/{id}/thumbnail": {
    /** Ảnh thu nhỏ của minh chứng */
    get: {
      parameters: {
        path: {
          code: string;
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/figures": {
    /** Số liệu toàn thành phố, kèm định nghĩa */
    get: {
      parameters: {
        query?: {
          /** @description số ngày tính đến hôm nay; mặc định 30 */
          days?: "30" | "90" | "365";
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              ward: {
                code: string;
                name: string;
              } | null;
              days: number;
              /** @description ngày đầu, ở Hà Nội */
              from: string;
              to: string;
              /** Format: date-time */
              asOf: string;
              received: number;
              answeredOnTime: {
                numerator: number;
                denominator: number;
              };
              rated: {
                numerator: number;
                denominator: number;
              };
              satisfied: {
                numerator: number;
                denominator: number;
              };
              satisfiedOrAccepted: {
                numerator: number;
                denominator: number;
              };
              medianDays: {
                days: number | null;
                of: number;
              };
              openNow: number;
              overdueNow: {
                numerator: number;
                denominator: number;
              };
              topCategories: {
                  code: string;
                  name: string;
                  count: number;
                }[];
              definitions: {
                [key: string]: string;
              };
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/wards/{code}/figures": {
    /** Số liệu của một phường, xã, kèm định nghĩa */
    get: {
      parameters: {
        query?: {
          /** @description số ngày tính đến hôm nay; mặc định 30 */
          days?: "30" | "90" | "365";
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
        path: {
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              ward: {
                code: string;
                name: string;
              } | null;
              days: number;
              /** @description ngày đầu, ở Hà Nội */
              from: string;
              to: string;
              /** Format: date-time */
              asOf: string;
              received: number;
              answeredOnTime: {
                numerator: number;
                denominator: number;
              };
              rated: {
                numerator: number;
                denominator: number;
              };
              satisfied: {
                numerator: number;
                denominator: number;
              };
              satisfiedOrAccepted: {
                numerator: number;
                denominator: number;
              };
              medianDays: {
                days: number | null;
                of: number;
              };
              openNow: number;
              overdueNow: {
                numerator: number;
                denominator: number;
              };
              topCategories: {
                  code: string;
                  name: string;
                  count: number;
                }[];
              definitions: {
                [key: string]: string;
              };
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/wards": {
    /** Các phường, xã hiện nay và tên cũ */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  code: string;
                  /** @description Láng */
                  name: string;
                  /** @description phường Láng */
                  title: string;
                  kind: "phuong" | "xa";
                  /** @description phường, xã, quận, huyện cũ có đất nay thuộc nơi này */
                  oldNames: string[];
                  /** @description giữa địa bàn */
                  latitude: number;
                  longitude: number;
                })[];
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/categories": {
    /** Các lĩnh vực theo nhóm: nên viết gì, bao lâu có trả lời, việc không thuộc kênh này thì gửi đâu */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              groups: ({
                  code: string;
                  name: string;
                  hint: string;
                  example: string;
                  categories: ({
                      code: string;
                      name: string;
                      /** @description nên viết, chụp gì */
                      hint: string;
                      /** @description một phản ánh mẫu */
                      example: string;
                      /** @description sai: kênh này không giải quyết, xem whereInstead */
                      accepts: boolean;
                      whereInstead: string | null;
                      /** @description gọi trước khi gửi */
                      emergencyNumbers: string[];
                      /** @description có thể được công khai nếu người gửi đồng ý */
                      published: boolean;
                      /** @description thời gian trả lời, tính từ khi đơn vị nhận việc; null: không có */
                      answerTime: string | null;
                    })[];
                })[];
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/refusals": {
    /** Việc không giải quyết ở kênh này: lý do và nơi có thể gửi */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: {
                  code: string;
                  /** @description vì sao không giải quyết ở đây */
                  reason: string;
                  /** @description gửi tới đâu */
                  where: string;
                }[];
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/geometry/wards": {
    /** Đường ranh giới phường, xã trong khung bản đồ (GeoJSON) */
    get: {
      parameters: {
        query: {
          /** @description tây,nam,đông,bắc theo độ */
          bbox: string;
          /** @description mức phóng của bản đồ nền */
          zoom: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/geo+json": {
              /** @enum {string} */
              type: "FeatureCollection";
              attribution: string;
              features: {
                  /** @enum {string} */
                  type: "Feature";
                  properties: {
                    code: string;
                    name: string;
                  };
                  geometry: {
                    /** @enum {string} */
                    type: "MultiPolygon";
                    coordinates: number[][][][];
                  };
                }[];
              /** @description khi không có đường ranh */
              centres?: {
                  code: string;
                  name: string;
                  latitude: number;
                  longitude: number;
                }[];
              /** @description vì sao không có đường ranh */
              why?: string;
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/geo+json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/geo+json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/geo+json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/addresses": {
    /** Tìm đường, phường, xã theo tên, kể cả tên cũ và không dấu; không có số nhà */
    get: {
      parameters: {
        query: {
          /** @description có dấu hay không dấu, tên cũ hay mới */
          q: string;
          /** @description vĩ độ,kinh độ: nơi gần lên trước */
          near?: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @description Láng Hạ, phường Láng */
                  label: string;
                  /** @description vì sao tên gõ vào chỉ tới đây, khi là tên cũ */
                  why: string | null;
                  wardCode: string;
                  /** @description phường Láng */
                  ward: string;
                  latitude: number;
                  longitude: number;
                  /**
                   * @description ward: điểm giữa phường, xã; street: nơi các phản ánh công khai trên đường ấy, không phải số nhà
                   * @enum {unknown}
                   */
                  precision: "ward" | "street";
                })[];
            };
          };
        };
        /** @description Default Response */
        304: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/about": {
    /** Kênh này của ai, liên hệ thế nào */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description Official Account; dùng cho followOA() và openChat() */
              oaId: string;
              /** @description mở khung chat với OA, cả ngoài Mini App */
              chatLink: string;
              /** @description mở Mini App trong Zalo; null khi chưa có */
              appLink: string | null;
              /** @description ai chịu trách nhiệm về dữ liệu cá nhân */
              controller: string;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/promises": {
    /** Bao lâu thì phản ánh có đơn vị xử lý và có câu trả lời */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @enum {unknown} */
                  class: "emergency" | "urgent" | "normal" | "complex";
                  name: string;
                  /** @description từ lúc gửi đến lúc có đơn vị xử lý */
                  accept: string;
                  /** @description từ lúc có đơn vị xử lý đến lúc có câu trả lời */
                  answer: string;
                  /** @description trả lời lại khi bạn báo việc chưa xong */
                  again: string;
                })[];
              /** @description số ngày để bạn cho biết việc đã xong hay chưa */
              confirmDays: number;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/public/privacy-notice": {
    /** Thông báo về dữ liệu cá nhân, như trên trang Quyền riêng tư */
    get: {
      parameters: {
        query?: {
          /** @description mặc định vi */
          lang?: "vi" | "en";
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              title: string;
              lead: string;
              sections: {
                  title: string;
                  /** @description nhiều hơn một: danh sách; một: đoạn văn */
                  items: string[];
                }[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/session": {
    /**
     * Đăng nhập bằng tài khoản Zalo của Mini App, hoặc làm mới phiên
     * @description Gửi kèm phiên cũ trong Authorization thì phiên ấy kết thúc khi có phiên mới.
     */
    post: {
      requestBody: {
        content: {
          "application/json": {
            /** @description từ getAccessToken() của Mini App */
            accessToken: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          content: {
            "application/json": {
              /** @description gửi lại trong tiêu đề Authorization: Bearer … */
              token: string;
              /** Format: date-time */
              expiresAt: string;
              language: "vi" | "en";
              /** @description đã biết khung chat của người này với OA; nếu chưa, kết quả chỉ xem được ở đây */
              chatLinked: boolean;
              /** @description cùng một người thì cùng một chuỗi, không cho biết là ai: máy biết khi người khác đăng nhập */
              person: string;
              /** @description Zalo đánh dấu tài khoản cần được bảo vệ riêng, như của trẻ em */
              isSensitive: boolean;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        503: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Đăng xuất */
    delete: {
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/sessions": {
    /** Đăng xuất khỏi mọi thiết bị */
    delete: {
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports": {
    /** Phản ánh của tôi: việc đang chờ tôi lên trước, rồi mới nhất trước */
    get: {
      parameters: {
        query?: {
          /** @description đã gửi (mặc định), hoặc đang theo dõi */
          which?: "sent" | "followed";
          /** @description `next` của trang trước */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  code: string;
                  /** @enum {unknown} */
                  state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
                  stateLabel: string;
                  /** @description phản ánh chính, khi đã gộp */
                  mainCode: string | null;
                  mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
                  category: string | null;
                  ward: string | null;
                  place: string | null;
                  agency: string | null;
                  /** @description ai đang giữ, một câu */
                  holder: string;
                  /** Format: date-time */
                  receivedAt: string;
                  /**
                   * Format: date-time
                   * @description lần cuối có diễn biến
                   */
                  updatedAt: string;
                  /** @description hạn đang tính: chuyển, trả lời, chờ bạn trả lời hoặc chờ bạn xác nhận */
                  dueAt: string | null;
                  dueWords: string | null;
                  overdue: boolean;
                  /** @description việc đang chờ bạn: trả lời câu hỏi, cho biết đã xong hay chưa, đánh giá kết quả */
                  needsMe: ("question" | "confirm" | "rating") | null;
                  /** @description như needsMe, không có việc đánh giá */
                  needsYou: "reply" | "confirm" | null;
                  /** @description ảnh đầu tiên đã gửi; của phản ánh đang theo dõi: ảnh được công khai */
                  thumbnailUrl: string | null;
                  published: boolean;
                })[];
              next: string | null;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}": {
    /** Một phản ánh đã gửi hoặc đang theo dõi: ai giữ, hạn và vì sao, diễn biến, câu trả lời, việc có thể làm */
    get: {
      parameters: {
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
              /** @description ai cũng xem được lúc này */
              published: boolean;
              /** @description người gửi chọn công khai; null: phản ánh của người khác */
              publish: boolean | null;
              hideMyName: boolean | null;
              /** @description chọn công khai thì sẽ hiện (khi đã đồng ý cho công khai) */
              mayPublish: boolean;
              /** @description vì sao không công khai được, mỗi lý do một câu */
              whyNotPublic: string[];
              /** @description số người cùng phản ánh hoặc theo dõi, không kể người gửi */
              followers: number;
              /** @description trang công khai */
              shareLink: string;
              /** @description điều ai cũng đọc được; null khi không công khai */
              shown: ({
                /** @description đã che thông tin cá nhân */
                text: string;
                place: string | null;
                latitude: number | null;
                longitude: number | null;
                rounded: boolean;
              }) | null;
              /** @description ảnh của người gửi, đặt cạnh ảnh của câu trả lời */
              before: ({
                  id: number;
                  url: string;
                  thumbnailUrl: string | null;
                  width: number;
                  height: number;
                  bytes: number;
                })[];
              role: "reporter" | "follower";
              mine: ({
                text: string;
                place: string | null;
                latitude: number | null;
                longitude: number | null;
                photos: ({
                    id: number;
                    url: string;
                    thumbnailUrl: string | null;
                    width: number;
                    height: number;
                    bytes: number;
                  })[];
                /** @description tin thoại, video và tệp đã gửi */
                attachments: ({
                    id: number;
                    /** @enum {unknown} */
                    kind: "voice" | "video" | "file";
                    name: string | null;
                    /** Format: date-time */
                    sentAt: string;
                    /** @enum {unknown} */
                    state: "pending" | "stored" | "refused";
                    /** @description vì sao không nhận được, một câu */
                    problem: string | null;
                    mediaType: string | null;
                    bytes: number | null;
                    url: string | null;
                  })[];
              }) | null;
              category: string | null;
              ward: string | null;
              /** @description ai đang giữ, một câu */
              holder: string;
              agency: string | null;
              /** Format: date-time */
              receivedAt: string;
              due: ({
                /** Format: date-time */
                at: string;
                /** @enum {unknown} */
                kind: "accept" | "answer" | "reply" | "confirm";
                /** @description hạn viết thành lời */
                words: string;
                /** @description vì sao có hạn này, từng dòng */
                why: string[];
              }) | null;
              overdue: boolean;
              /** @description chỉ người gửi đọc được */
              refusal: {
                /** @description vì sao không nhận, nửa câu */
                reason: string;
                /** @description có thể gửi tới đâu */
                where: string;
              } | null;
              question: {
                text: string;
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                replyBy: string;
                replyByWords: string;
              } | null;
              /** @description mới nhất trước */
              answers: ({
                  round: number;
                  /** @description sai khi phản ánh đã được mở lại sau câu trả lời này */
                  stands: boolean;
                  agency: string;
                  text: string;
                  /** Format: date-time */
                  givenAt: string;
                  noEvidence: string | null;
                  photos: ({
                      id: number;
                      url: string;
                      thumbnailUrl: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                  documents: ({
                      id: number;
                      url: string;
                      thumbnailUrl: string | null;
                      width: number;
                      height: number;
                      bytes: number;
                    })[];
                  myRating: ({
                    /** @enum {unknown} */
                    level: "satisfied" | "accepted" | "unsatisfied";
                    reasons: ("general" | "no_proof" | "not_done" | "too_late" | "other")[];
                    /** Format: date-time */
                    ratedAt: string;
                  }) | null;
                })[];
              /** @description cũ nhất trước */
              timeline: {
                  /** Format: date-time */
                  at: string;
                  /** @description mã, không đổi */
                  event: string;
                  text: string;
                }[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/duplicate": {
    /** Phản ánh của người khác có vẻ trùng, để cùng theo dõi */
    get: {
      parameters: {
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              mainCode: string;
              category: string;
              place: string | null;
              distanceMetres: number | null;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              /** @description vì sao có vẻ trùng, mỗi lý do một câu */
              because: string[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/reply": {
    /** Trả lời câu hỏi của đơn vị */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": {
            text: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/confirm": {
    /** Xác nhận việc đã xong */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/reject": {
    /** Báo việc chưa xong: phản ánh được mở lại */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/rating": {
    /** Đánh giá kết quả, mỗi kết quả một lần */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {unknown} */
            level: "satisfied" | "accepted" | "unsatisfied";
            /** @description chỉ với mức chưa hài lòng */
            reasons?: ("general" | "no_proof" | "not_done" | "too_late" | "other")[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/objection": {
    /** Đề nghị xem lại việc từ chối, một lần */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/withdraw": {
    /** Rút phản ánh, khi đơn vị chưa bắt đầu xử lý */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/follow": {
    /** Theo dõi một phản ánh được công khai: nhận tin khi có kết quả */
    put: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Phản ánh của mình: cùng theo dõi phản ánh được gợi ý là trùng. Phản ánh công khai của người khác: theo dõi */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Thôi theo dõi */
    delete: {
      parameters: {
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/reports/{code}/publish": {
    /** Đổi lựa chọn công khai phản ánh của mình */
    post: {
      parameters: {
        header?: {
          /** @description gửi lại với cùng mã thì chỉ thực hiện một lần */
          "idempotency-key"?: string;
        };
        path: {
          /** @description HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được */
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": {
            publish: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        403: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft": {
    /** Bản nháp đang soạn, bắt đầu từ chat hay từ Mini App */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              draft: ({
                /** @description gửi lại khi sửa, để không ghi vào một bản nháp khác */
                id: number;
                /** @description mọi điều đã viết, ở chat và ở đây */
                text: string;
                pin: {
                  latitude: number;
                  longitude: number;
                } | null;
                address: string | null;
                /** @description phường, xã đọc được */
                ward: {
                  code: string;
                  name: string;
                  /** @description sai: mới là phỏng đoán, cần người dân xác nhận */
                  sure: boolean;
                } | null;
                /** @description phường, xã khác có thể là nơi này */
                wardChoices: {
                    code: string;
                    name: string;
                  }[];
                /** @description vị trí nằm sát ranh giới: hãy cho chọn giữa ward và wardChoices */
                nearBorder: boolean;
                /** @description điều người dân tự chọn */
                chosen: {
                  address: string | null;
                  wardCode: string | null;
                  categoryCode: string | null;
                };
                /** @description lĩnh vực có thể là, đúng nhất trước, tối đa ba */
                suggestions: {
                    code: string;
                    name: string;
                    /** @description nên viết, chụp gì thêm */
                    hint: string;
                    /** @description một phản ánh mẫu của lĩnh vực này */
                    example: string;
                  }[];
                photos: ({
                    id: number;
                    /**
                     * @description đang tải, đã lưu, không nhận được
                     * @enum {unknown}
                     */
                    state: "pending" | "stored" | "refused";
                    url: string | null;
                    thumbnailUrl: string | null;
                    width: number | null;
                    height: number | null;
                  })[];
                attachments: ({
                    id: number;
                    /** @enum {unknown} */
                    kind: "voice" | "video" | "file";
                    name: string | null;
                    /** Format: date-time */
                    sentAt: string;
                    /** @enum {unknown} */
                    state: "pending" | "stored" | "refused";
                    /** @description vì sao không nhận được, một câu */
                    problem: string | null;
                    mediaType: string | null;
                    bytes: number | null;
                    url: string | null;
                  })[];
                /** @description có thể nguy hiểm: hãy gọi ngay, trước khi gửi */
                emergencyNumbers: string[];
                /** @description còn thiếu gì thì chưa gửi được */
                missing: ("what" | "place")[];
                /** Format: date-time */
                openedAt: string;
              }) | null;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /**
     * Ghi vào bản nháp, hoặc bắt đầu một bản; ảnh giữ nguyên
     * @description Lời viết ở đây thay cho mọi lời đã viết trước đó. Từ lúc này chat không tự gửi bản nháp nữa.
     */
    put: {
      /** @description bỏ trống: giữ nguyên; null: xóa */
      requestBody: {
        content: {
          "application/json": {
            /** @description bản nháp đang hiện; bỏ trống để bắt đầu */
            id?: number;
            text?: string;
            pin?: {
              latitude: number;
              longitude: number;
            } | null;
            address?: string | null;
            wardCode?: string | null;
            categoryCode?: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description gửi lại khi sửa, để không ghi vào một bản nháp khác */
              id: number;
              /** @description mọi điều đã viết, ở chat và ở đây */
              text: string;
              pin: {
                latitude: number;
                longitude: number;
              } | null;
              address: string | null;
              /** @description phường, xã đọc được */
              ward: {
                code: string;
                name: string;
                /** @description sai: mới là phỏng đoán, cần người dân xác nhận */
                sure: boolean;
              } | null;
              /** @description phường, xã khác có thể là nơi này */
              wardChoices: {
                  code: string;
                  name: string;
                }[];
              /** @description vị trí nằm sát ranh giới: hãy cho chọn giữa ward và wardChoices */
              nearBorder: boolean;
              /** @description điều người dân tự chọn */
              chosen: {
                address: string | null;
                wardCode: string | null;
                categoryCode: string | null;
              };
              /** @description lĩnh vực có thể là, đúng nhất trước, tối đa ba */
              suggestions: {
                  code: string;
                  name: string;
                  /** @description nên viết, chụp gì thêm */
                  hint: string;
                  /** @description một phản ánh mẫu của lĩnh vực này */
                  example: string;
                }[];
              photos: ({
                  id: number;
                  /**
                   * @description đang tải, đã lưu, không nhận được
                   * @enum {unknown}
                   */
                  state: "pending" | "stored" | "refused";
                  url: string | null;
                  thumbnailUrl: string | null;
                  width: number | null;
                  height: number | null;
                })[];
              attachments: ({
                  id: number;
                  /** @enum {unknown} */
                  kind: "voice" | "video" | "file";
                  name: string | null;
                  /** Format: date-time */
                  sentAt: string;
                  /** @enum {unknown} */
                  state: "pending" | "stored" | "refused";
                  /** @description vì sao không nhận được, một câu */
                  problem: string | null;
                  mediaType: string | null;
                  bytes: number | null;
                  url: string | null;
                })[];
              /** @description có thể nguy hiểm: hãy gọi ngay, trước khi gửi */
              emergencyNumbers: string[];
              /** @description còn thiếu gì thì chưa gửi được */
              missing: ("what" | "place")[];
              /** Format: date-time */
              openedAt: string;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/duplicates": {
    /** Phản ánh của người khác có vẻ là cùng một việc với bản nháp, tối đa ba; để cùng phản ánh */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @description gửi lại trong joins khi gửi bản nháp */
                  code: string;
                  category: string | null;
                  ward: string | null;
                  /** @description làm tròn đến 10 m */
                  distanceMetres: number | null;
                  /** @enum {unknown} */
                  state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
                  stateLabel: string;
                  /** Format: date-time */
                  receivedAt: string;
                  /** @description số người đã cùng phản ánh hoặc theo dõi */
                  followers: number;
                  /** @description vì sao có vẻ là cùng việc, mỗi lý do một câu */
                  because: string[];
                  /** @description chỉ của phản ánh được công khai */
                  excerpt: string | null;
                  thumbnailUrl: string | null;
                })[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/submit": {
    /** Gửi bản nháp thành phản ánh; với joins thì cùng phản ánh một việc đã có */
    post: {
      parameters: {
        header?: {
          /** @description bắt buộc; gửi lại với cùng mã thì chỉ gửi một lần */
          "idempotency-key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": {
            /** @description bản nháp muốn gửi: 409 draft_closed khi bản đang mở là bản khác */
            id?: number;
            /** @description công khai phản ánh này; cần đã đồng ý cho công khai (PUT /api/citizen/consents) */
            publish?: boolean;
            /** @description ẩn tên, số điện thoại cả với đơn vị xử lý */
            hideMyName?: boolean;
            /** @description mã một phản ánh của GET /api/citizen/draft/duplicates: cùng phản ánh */
            joins?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          content: {
            "application/json": {
              code: string;
              /** @enum {unknown} */
              state: "received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn";
              stateLabel: string;
              mainCode: string | null;
              mainState: ("received" | "dispatched" | "in_progress" | "awaiting_citizen" | "answered" | "closed_confirmed" | "closed_unconfirmed" | "refused" | "merged" | "withdrawn") | null;
              actions: ("reply" | "confirm" | "reject" | "rating" | "objection" | "withdraw" | "follow" | "unfollow")[];
              /** Format: date-time */
              acceptDueAt: string;
              /** @description hạn chuyển đơn vị xử lý, viết thành lời */
              acceptDueWords: string;
              /** @description trang theo dõi công khai */
              link: string;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/cancel": {
    /** Bỏ bản nháp; ảnh và tệp đã gửi cùng bị xóa */
    post: {
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/photos": {
    /**
     * Thêm một ảnh vào bản nháp, hoặc bắt đầu bản nháp bằng ảnh
     * @description JPEG, PNG, WebP, GIF hoặc AVIF, tối đa 15 MB; mỗi phản ánh tối đa 10 ảnh. Gửi lại với cùng Idempotency-Key vẫn là một ảnh.
     */
    post: {
      parameters: {
        header?: {
          /** @description bắt buộc; mỗi ảnh một mã */
          "idempotency-key"?: string;
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            /** Format: binary */
            file: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          content: {
            "application/json": {
              id: number;
              /**
               * @description đang tải, đã lưu, không nhận được
               * @enum {unknown}
               */
              state: "pending" | "stored" | "refused";
              url: string | null;
              thumbnailUrl: string | null;
              width: number | null;
              height: number | null;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        413: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        415: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/photos/{id}": {
    /** Bỏ một ảnh khỏi bản nháp, kể cả ảnh gửi ở chat */
    delete: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/draft/upload-link": {
    /** Địa chỉ để bộ chọn ảnh của Zalo tải thẳng lên bản nháp, dùng trong mười phút */
    post: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              /** @description địa chỉ tuyệt đối, cho `serverUploadUrl` của openMediaPicker */
              url: string;
              /** Format: date-time */
              expiresAt: string;
              /** @description cho `maxItemSize`: một ảnh */
              mostBytes: number;
              /** @description cho `maxSelectItem`: còn thêm được bấy nhiêu ảnh */
              mostPhotos: number;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/me": {
    /** Hồ sơ của tôi: ngôn ngữ, tên, khung chat, phản ánh đang mở */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              language: "vi" | "en";
              /** @description đã biết khung chat của người này với OA */
              chatLinked: boolean;
              followsOa: boolean;
              /** @description cho phép thông báo của Mini App */
              notifyAllowed: boolean;
              /** @description tên tự ghi, chỉ cán bộ xử lý thấy */
              name: string | null;
              phoneKept: boolean;
              /** @description Zalo đánh dấu tài khoản cần được bảo vệ riêng, như của trẻ em */
              isSensitive: boolean;
              /** Format: date-time */
              memberSince: string;
              /** @description phản ánh đã gửi mà cơ quan chưa trả lời, hoặc đang hỏi lại */
              openReports: number;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Đổi ngôn ngữ, ghi hoặc xóa tên (ghi tên cần đồng ý cho liên hệ trước) */
    patch: {
      /** @description bỏ trống: giữ nguyên */
      requestBody: {
        content: {
          "application/json": {
            language?: "vi" | "en";
            /** @description 1 đến 80 ký tự; null: xóa tên */
            name?: null | string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              language: "vi" | "en";
              /** @description đã biết khung chat của người này với OA */
              chatLinked: boolean;
              followsOa: boolean;
              /** @description cho phép thông báo của Mini App */
              notifyAllowed: boolean;
              /** @description tên tự ghi, chỉ cán bộ xử lý thấy */
              name: string | null;
              phoneKept: boolean;
              /** @description Zalo đánh dấu tài khoản cần được bảo vệ riêng, như của trẻ em */
              isSensitive: boolean;
              /** Format: date-time */
              memberSince: string;
              /** @description phản ánh đã gửi mà cơ quan chưa trả lời, hoặc đang hỏi lại */
              openReports: number;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/location": {
    /**
     * Đổi mã vị trí của Zalo lấy tọa độ và phường, xã; không lưu lại gì
     * @description Ngoài Hà Nội vẫn trả lời, với `ward.outside`. Mã nào cũng chỉ đổi một lần: lỗi thì xin mã mới.
     */
    post: {
      requestBody: {
        content: {
          "application/json": {
            /** @description từ getAccessToken() */
            accessToken: string;
            /** @description `token` của getLocation(); dùng được một lần */
            code: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              latitude: number;
              longitude: number;
              /** @description Zalo không cho biết */
              accuracy: null;
              ward: {
                kind: "inside" | "guess" | "outside";
                ward: {
                  code: string;
                  /** @description phường Láng */
                  name: string;
                } | null;
                /** @description wards to choose from: near a border, or where we only guess */
                offered: {
                    code: string;
                    /** @description phường Láng */
                    name: string;
                  }[];
                /** @description true only when the point is outside Hà Nội beyond doubt */
                outside: boolean;
                by: "outlines" | "nearest-centre";
                /** @description for the citizen, Vietnamese */
                sentence: string;
              };
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        503: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/evidence/{id}": {
    /** Minh chứng: ảnh, hoặc PDF để tải về */
    get: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/photos/{id}": {
    /** Ảnh đã gửi */
    get: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/evidence/{id}/thumbnail": {
    /** Ảnh thu nhỏ của minh chứng */
    get: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/photos/{id}/thumbnail": {
    /** Ảnh thu nhỏ đã gửi */
    get: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/attachments/{id}": {
    /** Tin thoại, video hoặc tệp đã gửi */
    get: {
      parameters: {
        path: {
          id: number;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/consents": {
    /** Các đồng ý của tôi, kèm nguyên văn */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @enum {unknown} */
                  purpose: "handle" | "contact" | "publish";
                  title: string;
                  /**
                   * @description duty: nhiệm vụ của cơ quan nhà nước; consent: chỉ khi bạn đồng ý
                   * @enum {unknown}
                   */
                  basis: "duty" | "consent";
                  version: string;
                  /** @description Hiện nguyên văn; không đánh dấu sẵn */
                  wording: string;
                  /** @description null: chưa trả lời, nghĩa là chưa đồng ý */
                  given: boolean | null;
                  at: string | null;
                })[];
              phoneKept: boolean;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Đồng ý hoặc rút lại đồng ý cho một mục đích */
    put: {
      requestBody: {
        content: {
          "application/json": {
            /** @enum {unknown} */
            purpose: "handle" | "contact" | "publish";
            version: string;
            given: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @enum {unknown} */
                  purpose: "handle" | "contact" | "publish";
                  title: string;
                  /**
                   * @description duty: nhiệm vụ của cơ quan nhà nước; consent: chỉ khi bạn đồng ý
                   * @enum {unknown}
                   */
                  basis: "duty" | "consent";
                  version: string;
                  /** @description Hiện nguyên văn; không đánh dấu sẵn */
                  wording: string;
                  /** @description null: chưa trả lời, nghĩa là chưa đồng ý */
                  given: boolean | null;
                  at: string | null;
                })[];
              phoneKept: boolean;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/phone": {
    /** Cho số điện thoại (cần đồng ý cho liên hệ trước) */
    post: {
      requestBody: {
        content: {
          "application/json": {
            /** @description từ getAccessToken() */
            accessToken: string;
            /** @description `token` của getPhoneNumber(); dùng được một lần */
            code: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        409: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        503: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Xóa số điện thoại */
    delete: {
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/notifications": {
    /** Cho phép hoặc thôi nhận thông báo của Mini App */
    post: {
      requestBody: {
        content: {
          "application/json": {
            /** @description kết quả của requestSendNotification() */
            allowed: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          content: never;
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/privacy-requests": {
    /** Các yêu cầu của tôi về dữ liệu, mới nhất trước */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  id: number;
                  /** @enum {unknown} */
                  kind: "erase" | "export" | "correct" | "restrict" | "object" | "withdraw_consent";
                  /** @enum {unknown} */
                  state: "received" | "answered" | "done" | "refused";
                  note: string | null;
                  /** Format: date-time */
                  receivedAt: string;
                  /** Format: date-time */
                  answerDueAt: string;
                  /** Format: date-time */
                  doneDueAt: string;
                  doneAt: string | null;
                  refusal: {
                    reason: string;
                    where: string;
                  } | null;
                })[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
    /** Gửi yêu cầu: xóa, tải, sửa, hạn chế, phản đối, rút lại đồng ý */
    post: {
      parameters: {
        header?: {
          /** @description bắt buộc; gửi lại với cùng mã thì chỉ một yêu cầu */
          "idempotency-key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {unknown} */
            kind: "erase" | "export" | "correct" | "restrict" | "object" | "withdraw_consent";
            note?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          content: {
            "application/json": {
              id: number;
              /** @enum {unknown} */
              kind: "erase" | "export" | "correct" | "restrict" | "object" | "withdraw_consent";
              /** @enum {unknown} */
              state: "received" | "answered" | "done" | "refused";
              note: string | null;
              /** Format: date-time */
              receivedAt: string;
              /** Format: date-time */
              answerDueAt: string;
              /** Format: date-time */
              doneDueAt: string;
              doneAt: string | null;
              refusal: {
                reason: string;
                where: string;
              } | null;
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/export.json": {
    /** Tải dữ liệu của tôi (JSON) */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/export.pdf": {
    /** Tải dữ liệu của tôi (PDF) */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": string;
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
  "/api/citizen/consents/history": {
    /** Những lần tôi đồng ý hoặc rút lại đồng ý, mới nhất trước */
    get: {
      responses: {
        /** @description Default Response */
        200: {
          content: {
            "application/json": {
              items: ({
                  /** @enum {unknown} */
                  purpose: "handle" | "contact" | "publish";
                  title: string;
                  /** @description true: đồng ý; false: rút lại hoặc từ chối */
                  given: boolean;
                  version: string;
                  /** @description nguyên văn lúc ấy, bằng ngôn ngữ lúc ấy */
                  wording: string;
                  /**
                   * @description trong khung chat, trong Mini App, hay do Zalo báo
                   * @enum {unknown}
                   */
                  source: "chat" | "miniapp" | "zalo";
                  /** Format: date-time */
                  at: string;
                })[];
            };
          };
        };
        /** @description Default Response */
        400: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        401: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        404: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        422: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
        /** @description Default Response */
        429: {
          content: {
            "application/json": {
              type: string;
              title: string;
              status: number;
              code: string;
              detail: string;
            };
          };
        };
      };
    };
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type external = Record<string, never>;

export type operations = Record<string, never>;
